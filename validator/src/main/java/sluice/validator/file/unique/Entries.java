package sluice.validator.file.unique;

import java.util.Arrays;

/** Fingerprints with the number of their row, five longs each, in one array. */
record Entries(long[] words, int used) {
  static final int LONGS = 5;

  int size() {
    return used / LONGS;
  }

  long keyHigh(int entry) {
    return words[entry * LONGS];
  }

  long keyLow(int entry) {
    return words[entry * LONGS + 1];
  }

  long contentHigh(int entry) {
    return words[entry * LONGS + 2];
  }

  long contentLow(int entry) {
    return words[entry * LONGS + 3];
  }

  long row(int entry) {
    return words[entry * LONGS + 4];
  }

  /**
   * The numbers of all entries in the order of their content, equal ones in the order they came.
   *
   * <p>The high bits are sorted together with the entry's number as plain longs, which is several times faster than
   * moving entries about; the few that are equal in those bits are put right afterwards.
   */
  int[] inOrder() {
    int size = size();
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, size));
    long numberMask = (1L << bits) - 1;
    long[] sortable = new long[size];
    for (int entry = 0; entry < size; entry++) {
      // Java sorts signed numbers.
      sortable[entry] = (contentHigh(entry) ^ Long.MIN_VALUE) & ~numberMask | entry;
    }
    Arrays.sort(sortable);
    int[] order = new int[size];
    for (int place = 0; place < size; place++) {
      order[place] = (int) (sortable[place] & numberMask);
    }
    for (int place = 1; place < size; place++) {
      if ((sortable[place] & ~numberMask) == (sortable[place - 1] & ~numberMask)) {
        sink(order, place);
      }
    }
    return order;
  }

  private void sink(int[] order, int place) {
    int entry = order[place];
    int at = place;
    while (at > 0 && compare(order[at - 1], entry) > 0) {
      order[at] = order[at - 1];
      at--;
    }
    order[at] = entry;
  }

  private int compare(int one, int other) {
    int high = Long.compareUnsigned(contentHigh(one), contentHigh(other));
    int low = high != 0 ? high : Long.compareUnsigned(contentLow(one), contentLow(other));
    return low != 0 ? low : Integer.compare(one, other);
  }
}
