package sluice.extractors.kit.engine;

import java.io.IOException;
import java.util.OptionalLong;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.Cursor;
import sluice.extractors.kit.Progress;
import sluice.extractors.kit.RowWriter;
import sluice.extractors.kit.Source;

/** Hands over the numbers from 0 on, in steps, with a text that does not compress. */
record NumberSource(int count, int step, OptionalLong stated) implements Source {
  NumberSource(int count, int step) {
    this(count, step, OptionalLong.empty());
  }

  @Override
  public Progress read(Cursor from, RowWriter out, Budget budget) throws IOException {
    long start = from.number("next", 0);
    for (long number = start; number < count; number++) {
      if (number > start && number % step == 0 && budget.spent()) {
        return new Progress.Paused(Cursor.START.with("next", number), stated);
      }
      out.add(0, Long.toString(number));
      out.add(1, new java.util.Random(number).ints(8).mapToObj(Integer::toHexString).reduce("", String::concat));
      out.endRow();
    }
    return new Progress.Finished(stated);
  }
}
