package sluice.validator.file.read;

/** The mark that some editors put in front of UTF-8. */
final class ByteMark {
  private ByteMark() {}

  /** 3 where the text begins with the mark, else 0. */
  static int length(byte[] bytes, int end) {
    boolean marked = end >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    return marked ? 3 : 0;
  }
}
