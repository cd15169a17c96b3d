package sluice.quality.sql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** How the values of a {@link Part} decide a rule. */
sealed interface Judgement {
  /** The condition in DQDL's words. */
  String expected();

  Finding of(List<String> values);

  /** Values are the rows that are good, the rows there are, and an example of a bad one. Where there are no rows, none is bad. */
  record Share(NumberTest test) implements Judgement {
    @Override
    public String expected() {
      return test.text();
    }

    @Override
    public Finding of(List<String> values) {
      long good = Long.parseLong(values.get(0));
      long rows = Long.parseLong(values.get(1));
      if (rows == 0) {
        return new Finding(Outcome.PASSED, "no rows", 0L, null);
      }
      BigDecimal share = BigDecimal.valueOf(good).divide(BigDecimal.valueOf(rows), MathContext.DECIMAL64);
      // A query of the user may give a row more than once.
      long failing = Math.max(0, rows - good);
      return new Finding(Outcome.of(test.holds(share)), share.stripTrailingZeros().toPlainString(), failing, values.get(2));
    }
  }

  /** The one value is the number to judge. */
  record Amount(NumberTest test) implements Judgement {
    @Override
    public String expected() {
      return test.text();
    }

    @Override
    public Finding of(List<String> values) {
      String measured = values.getFirst();
      try {
        BigDecimal number = new BigDecimal(String.valueOf(measured));
        return new Finding(Outcome.of(test.holds(number)), number.stripTrailingZeros().toPlainString(), null, null);
      } catch (NumberFormatException none) {
        return Finding.error("expected one number, found " + measured);
      }
    }
  }

  /** Decided without a value. */
  record Known(boolean holds, String actual) implements Judgement {
    @Override
    public String expected() {
      return "it exists";
    }

    @Override
    public Finding of(List<String> values) {
      return new Finding(Outcome.of(holds), actual, null, null);
    }
  }
}
