package sluice.validator.file.unique;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** MurmurHash3 in its x64 variant of 128 bits, as Austin Appleby published it; about 4 bytes a cycle. */
public final class Murmur {
  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  private long high;
  private long low;

  /** The first half of the last hash. */
  public long high() {
    return high;
  }

  /** The second half of the last hash. */
  public long low() {
    return low;
  }

  public void hash(byte[] bytes, int start, int length, int seed) {
    long h1 = seed & 0xffffffffL;
    long h2 = h1;
    int at = start;
    for (int end = start + (length & ~15); at < end; at += 16) {
      h1 ^= Long.rotateLeft((long) EIGHT.get(bytes, at) * C1, 31) * C2;
      h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
      h2 ^= Long.rotateLeft((long) EIGHT.get(bytes, at + 8) * C2, 33) * C1;
      h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    int rest = length & 15;
    if (rest > 8) {
      h2 ^= Long.rotateLeft(tail(bytes, at + 8, rest - 8) * C2, 33) * C1;
    }
    if (rest > 0) {
      h1 ^= Long.rotateLeft(tail(bytes, at, Math.min(rest, 8)) * C1, 31) * C2;
    }
    h1 ^= length;
    h2 ^= length;
    h1 += h2;
    h2 += h1;
    h1 = mix(h1);
    h2 = mix(h2);
    high = h1 + h2;
    low = h2 + high;
  }

  /** One to eight bytes; whatever follows them in the array is read and thrown away. */
  private static long tail(byte[] bytes, int from, int count) {
    if (from + Long.BYTES <= bytes.length) {
      return (long) EIGHT.get(bytes, from) & -1L >>> Long.SIZE - Byte.SIZE * count;
    }
    long value = 0;
    for (int at = count - 1; at >= 0; at--) {
      value = value << 8 | bytes[from + at] & 0xff;
    }
    return value;
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
