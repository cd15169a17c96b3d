package sluice.publisher;

/** The build was green but left no mart; publishing that would take everything from the readers. */
public final class NothingToPublishException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NothingToPublishException(String database) {
    super("no Iceberg table in " + database + "; expected the marts that dbt built");
  }
}
