package sluice.local.sites.rates;

/** Where the rates database is and who may read it, in the words of the secret that the source is given. */
public record Login(String host, int port, String dbname, String username, String password) {
  String jdbcUrl() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + dbname;
  }

  @Override
  public String toString() {
    return username + "@" + host + ":" + port + "/" + dbname;
  }
}
