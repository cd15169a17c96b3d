package sluice.extractors.devitjobs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a salary as one shape of annual range, {@code £104,000 - £130,000} or {@code CHF 80,000 - CHF 100,000}; a day rate is 260 days. */
final class SalaryText {
  private static final BigDecimal WORKING_DAYS = BigDecimal.valueOf(260);
  private static final Map<String, String> SIGNS = Map.of("£", "GBP", "€", "EUR", "$", "USD");
  private static final Pattern CURRENCY = Pattern.compile("[£€$]|\\b[A-Z]{3}\\b");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}(?:[,.'’\\h]\\d{3})+(?!\\d)|\\d+(?:\\.\\d{1,2})?(?!\\d)(?:\\s?[kK]\\b)?");
  private static final Pattern DAILY = Pattern.compile("(?i)(/|\\b(per|a)\\b)\\s*day|\\bdaily\\b");
  private static final Pattern NOT_ANNUAL = Pattern.compile("(?i)(/|\\b(per|a|an)\\b)\\s*(hour|week|month)|\\b(hourly|weekly|monthly)\\b");
  private static final Pattern OPEN_ENDED = Pattern.compile("(?i)\\b(up to|from)\\b|\\+\\s*$");

  private SalaryText() {}

  /** Empty where there is no annual range to tell: no amount, no currency, an open end, or a rate by the hour. */
  static Optional<String> annual(String shown) {
    if (shown == null || NOT_ANNUAL.matcher(shown).find() || OPEN_ENDED.matcher(shown).find()) {
      return Optional.empty();
    }
    Optional<String> currency = currency(shown);
    List<BigDecimal> amounts = amounts(shown);
    if (currency.isEmpty() || amounts.isEmpty() || amounts.size() > 2) {
      return Optional.empty();
    }
    BigDecimal factor = DAILY.matcher(shown).find() ? WORKING_DAYS : BigDecimal.ONE;
    return Optional.of(money(currency.get(), amounts.getFirst().multiply(factor)) + " - " + money(currency.get(), amounts.getLast().multiply(factor)));
  }

  private static Optional<String> currency(String shown) {
    Matcher matcher = CURRENCY.matcher(shown);
    return matcher.find() ? Optional.of(SIGNS.getOrDefault(matcher.group(), matcher.group())) : Optional.empty();
  }

  private static List<BigDecimal> amounts(String shown) {
    List<BigDecimal> amounts = new ArrayList<>();
    for (Matcher matcher = AMOUNT.matcher(shown); matcher.find();) {
      amounts.add(amount(matcher.group()));
    }
    return amounts;
  }

  private static BigDecimal amount(String text) {
    if (text.matches("\\d{1,3}([,.'’\\h]\\d{3})+")) {
      return new BigDecimal(text.replaceAll("\\D", ""));
    }
    boolean thousands = text.toLowerCase(Locale.ROOT).endsWith("k");
    BigDecimal number = new BigDecimal(text.replaceAll("[^\\d.]", ""));
    return thousands ? number.multiply(BigDecimal.valueOf(1000)) : number;
  }

  private static String money(String currency, BigDecimal amount) {
    String number = String.format(Locale.ROOT, "%,d", amount.setScale(0, RoundingMode.HALF_UP).longValueExact());
    return SIGNS.entrySet().stream().filter(sign -> sign.getValue().equals(currency)).findFirst()
        .map(sign -> sign.getKey() + number).orElse(currency + " " + number);
  }
}
