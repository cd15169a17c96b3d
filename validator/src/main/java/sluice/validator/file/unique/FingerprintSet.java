package sluice.validator.file.unique;

/** A set of 128-bit numbers in one array, up to a number of bytes; open addressing, so an entry costs 21 to 43 bytes. */
final class FingerprintSet {
  private static final int FIRST_SLOTS = 1 << 10;

  enum Outcome {
    NEW,
    KNOWN,
    /** Not known, and there is no room to remember it. */
    FULL
  }

  private final int mostSlots;
  private long[] slots;
  private int size;

  FingerprintSet(long mostBytes) {
    // While the table doubles, the old one is still there.
    mostSlots = (int) Math.min(mostBytes * 2 / 3 / (2 * Long.BYTES), 1 << 29);
    int first = mostSlots;
    while (first > FIRST_SLOTS) {
      first >>>= 1; // so that doubling ends close to the most
    }
    slots = new long[2 * first];
  }

  Outcome add(long high, long low) {
    // All zeros marks a free slot; one number more or less among 2^128 does not matter.
    long second = high == 0 && low == 0 ? 1 : low;
    if (slots.length == 0) {
      return Outcome.FULL;
    }
    int slot = find(high, second);
    if (slots[slot] == high && slots[slot + 1] == second) {
      return Outcome.KNOWN;
    }
    if (size * 4L >= slots.length / 2 * 3L) {
      if (slots.length > mostSlots) { // twice as many would not fit
        return Outcome.FULL;
      }
      grow();
      slot = find(high, second);
    }
    slots[slot] = high;
    slots[slot + 1] = second;
    size++;
    return Outcome.NEW;
  }

  /** The place of an equal entry, or the free place where it belongs. */
  private int find(long high, long low) {
    int slot = 2 * (int) Math.unsignedMultiplyHigh(low, slots.length / 2);
    while ((slots[slot] != 0 || slots[slot + 1] != 0) && (slots[slot] != high || slots[slot + 1] != low)) {
      slot = slot + 2 == slots.length ? 0 : slot + 2;
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    for (int at = 0; at < before.length; at += 2) {
      if (before[at] != 0 || before[at + 1] != 0) {
        int slot = find(before[at], before[at + 1]);
        slots[slot] = before[at];
        slots[slot + 1] = before[at + 1];
      }
    }
  }
}
