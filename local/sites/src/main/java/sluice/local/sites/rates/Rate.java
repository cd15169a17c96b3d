package sluice.local.sites.rates;

/** One unit of {@code base} was worth {@code rate} units of {@code quote} on that day; all as decimal text. */
public record Rate(String day, String base, String quote, String rate) {
  String copyLine() {
    return day + ',' + base + ',' + quote + ',' + rate + '\n';
  }
}
