package sluice.local.sites.board;

import java.util.Locale;

/** A salary as the board words it; {@code period} is the first word of the card's label ("annual salary range"). */
public record Salary(String period, String text) {

  /** {@code £60,000 - £80,000}, and {@code CHF 80'000 - 100'000} where the board is Swiss. */
  public static Salary annual(String currency, long from, long to) {
    return new Salary("annual", currency.equals("GBP")
        ? String.format(Locale.UK, "£%,d - £%,d", from, to)
        : "%s %s - %s".formatted(currency, swiss(from), swiss(to)));
  }

  public static Salary daily(String currency, long from, long to) {
    return rate("daily", currency, from, to, "day");
  }

  public static Salary hourly(String currency, long from, long to) {
    return rate("hourly", currency, from, to, "hour");
  }

  private static Salary rate(String period, String currency, long from, long to, String unit) {
    String sign = currency.equals("GBP") ? "£" : "";
    return new Salary(period, String.format(Locale.UK, "%s%,d - %,d %s/%s", sign, from, to, currency, unit));
  }

  private static String swiss(long amount) {
    return String.format(Locale.UK, "%,d", amount).replace(',', '\'');
  }
}
