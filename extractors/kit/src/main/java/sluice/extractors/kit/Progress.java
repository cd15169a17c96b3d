package sluice.extractors.kit;

import java.util.OptionalLong;

/** How one leg of reading ended: at the end of the source, or at a cursor from which the next leg goes on. */
public sealed interface Progress {

  /** How many rows the source itself says it holds, as it last said so; empty where it says nothing. */
  OptionalLong statedTotal();

  /** Every row has been handed over. */
  record Finished(OptionalLong statedTotal) implements Progress {}

  /** The budget was spent; the next leg starts at {@code next}. */
  record Paused(Cursor next, OptionalLong statedTotal) implements Progress {}
}
