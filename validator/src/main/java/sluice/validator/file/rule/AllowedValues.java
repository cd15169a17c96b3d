package sluice.validator.file.rule;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A set of texts that is asked with bytes. */
final class AllowedValues {
  private final byte[][] slots;

  AllowedValues(List<String> texts) {
    slots = new byte[Integer.highestOneBit(Math.max(2, texts.size() * 4 - 1)) * 2][];
    for (String text : texts) {
      byte[] value = text.getBytes(StandardCharsets.UTF_8);
      int slot = hash(value, 0, value.length) & (slots.length - 1);
      while (slots[slot] != null) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = value;
    }
  }

  boolean contains(byte[] bytes, int start, int length) {
    for (int slot = hash(bytes, start, length) & (slots.length - 1); slots[slot] != null; slot = (slot + 1) & (slots.length - 1)) {
      byte[] value = slots[slot];
      if (value.length == length && Arrays.equals(value, 0, length, bytes, start, start + length)) {
        return true;
      }
    }
    return false;
  }

  private static int hash(byte[] bytes, int start, int length) {
    int hash = length;
    for (int at = start; at < start + length; at++) {
      hash = hash * 31 + bytes[at];
    }
    return hash ^ hash >>> 15;
  }
}
