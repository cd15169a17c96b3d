package sluice.lake.parquet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Walks over a footer's Thrift bytes before anyone builds objects of them.
 *
 * <p>A list says how many entries it has before they come, and readers make room for as many: seventy bytes can ask for
 * hundreds of megabytes. Here every list and text must fit into the bytes that are left.
 */
final class FooterWalk {
  /** Some hundred columns in a hundred row groups; objects take many times the bytes they are read from. */
  static final int LARGEST_FOOTER = 4 << 20;

  private static final int TAIL = 8; // the footer's length and PAR1
  private static final int DEEPEST = 32;

  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int I16 = 4;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;

  private final ByteBuffer bytes;

  private FooterWalk(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  static void check(Path file) throws IOException {
    try {
      new FooterWalk(footer(file)).value(STRUCT, 0);
    } catch (BufferUnderflowException | IllegalArgumentException broken) {
      throw new UnreadableParquetException(file.getFileName() + " has a damaged footer", broken);
    }
  }

  private static ByteBuffer footer(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      if (in.length() < 2 * TAIL) {
        throw new UnreadableParquetException(file.getFileName() + " is too short for Parquet: " + in.length() + " bytes");
      }
      in.seek(in.length() - TAIL);
      byte[] tail = new byte[TAIL];
      in.readFully(tail);
      int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (length < 0 || length > LARGEST_FOOTER || length > in.length() - TAIL) {
        throw new UnreadableParquetException(file.getFileName() + " claims a footer of " + length + " bytes");
      }
      byte[] footer = new byte[length];
      in.seek(in.length() - TAIL - length);
      in.readFully(footer);
      return ByteBuffer.wrap(footer);
    }
  }

  private void value(int type, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deep");
    }
    switch (type) {
      case TRUE, FALSE -> { } // the type is the value
      case BYTE -> bytes.get();
      case I16, I32, I64 -> number();
      case DOUBLE -> bytes.getDouble();
      case BINARY -> skip(number());
      case LIST, SET -> list(depth);
      case MAP -> map(depth);
      case STRUCT -> struct(depth);
      default -> throw new IllegalArgumentException("no such type: " + type);
    }
  }

  private void struct(int depth) {
    for (int header = bytes.get() & 0xff; header != 0; header = bytes.get() & 0xff) {
      if (header >> 4 == 0) {
        number(); // the field's number, which does not follow its predecessor's
      }
      value(header & 0xf, depth + 1);
    }
  }

  private void list(int depth) {
    int header = bytes.get() & 0xff;
    long size = header >> 4 == 15 ? number() : header >> 4;
    entries(size, header & 0xf, depth);
  }

  private void map(int depth) {
    long size = number();
    if (size != 0) {
      int types = bytes.get() & 0xff;
      require(size);
      for (long entry = 0; entry < size; entry++) {
        element(types >> 4, depth);
        element(types & 0xf, depth);
      }
    }
  }

  private void entries(long size, int type, int depth) {
    require(size);
    for (long entry = 0; entry < size; entry++) {
      element(type, depth);
    }
  }

  /** Inside lists and maps a truth value takes a byte, other than in structs. */
  private void element(int type, int depth) {
    value(type == TRUE || type == FALSE ? BYTE : type, depth + 1);
  }

  private void skip(long count) {
    require(count);
    bytes.position(bytes.position() + (int) count);
  }

  private void require(long count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
  }

  private long number() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes.get();
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }
}
