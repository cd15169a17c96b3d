package sluice.lake.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers distinct byte strings from 0 in the order they come, without an object for any of them.
 *
 * <p>Open addressing over one growing byte array; a slot holds the number plus one, so that 0 is free.
 */
final class SliceTable {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private byte[] bytes = new byte[4096];
  private int[] ends = new int[256];
  private int[] hashes = new int[256];
  private int[] slots = new int[1024];
  private int size;

  /** The number of an equal slice that came before, or a new one, which is then the former size. */
  int number(byte[] source, int offset, int length) {
    int hash = hash(source, offset, length);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (hashes[number] == hash && Arrays.equals(bytes, start(number), ends[number], source, offset, offset + length)) {
        return number;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = size + 1;
    append(source, offset, length, hash);
    return size - 1;
  }

  /** Whether the slice of a number equals another one. */
  boolean equals(int number, byte[] source, int offset, int length) {
    return Arrays.equals(bytes, start(number), ends[number], source, offset, offset + length);
  }

  int size() {
    return size;
  }

  /** What its entries take in Parquet's plain encoding. */
  int plainSize() {
    return start(size) + size * PlainTexts.LENGTH_BYTES;
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  int length(int number) {
    return ends[number] - start(number);
  }

  void clear() {
    size = 0;
    Arrays.fill(slots, 0);
  }

  private void append(byte[] source, int offset, int length, int hash) {
    int used = start(size);
    if (bytes.length - used < length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(bytes.length, 2), Math.addExact(used, length)));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    System.arraycopy(source, offset, bytes, used, length);
    ends[size] = used + length;
    hashes[size] = hash;
    size++;
    if (size * 2 > slots.length) {
      spread();
    }
  }

  private void spread() {
    slots = new int[slots.length * 2];
    for (int number = 0; number < size; number++) {
      int slot = hashes[number] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }

  private static int hash(byte[] source, int offset, int length) {
    int end = offset + length;
    int at = offset;
    long hash = length * MIX;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = Long.rotateLeft((hash ^ (long) EIGHT_BYTES.get(source, at)) * MIX, 29);
    }
    if (at < end) {
      hash = (hash ^ rest(source, at, end - at)) * MIX;
    }
    hash ^= hash >>> 32;
    return (int) (hash * MIX >>> 32);
  }

  /** Fewer than eight bytes as a number; whatever follows them in the array is read and thrown away. */
  private static long rest(byte[] source, int at, int count) {
    if (at + Long.BYTES <= source.length) {
      return (long) EIGHT_BYTES.get(source, at) & -1L >>> Long.SIZE - Byte.SIZE * count;
    }
    long rest = 0;
    for (int next = count - 1; next >= 0; next--) {
      rest = rest << Byte.SIZE | source[at + next] & 0xff;
    }
    return rest;
  }
}
