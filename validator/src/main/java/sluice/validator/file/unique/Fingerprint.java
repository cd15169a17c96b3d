package sluice.validator.file.unique;

/**
 * What a row is recognised by: 128 bits for its key and 128 for its content.
 *
 * <p>Content is the texts of all columns of the contract, so rows of equal content have equal keys, and a repeated row is
 * one whose content came before. Two different rows among n have the same content bits with a probability of about
 * n² / 2^129: 1.5e-21 for a thousand million rows. The hash is no secret, so somebody could make two of their own rows look
 * alike; they would only lose one of them, and the landed object still has it.
 */
public record Fingerprint(long keyHigh, long keyLow, long contentHigh, long contentLow) implements Comparable<Fingerprint> {
  /** By content, then key, each as an unsigned number: the order of a {@link FingerprintFile}. */
  @Override
  public int compareTo(Fingerprint other) {
    int order = compare(contentHigh, contentLow, other.contentHigh, other.contentLow);
    return order != 0 ? order : compare(keyHigh, keyLow, other.keyHigh, other.keyLow);
  }

  private static int compare(long high, long low, long otherHigh, long otherLow) {
    int order = Long.compareUnsigned(high, otherHigh);
    return order != 0 ? order : Long.compareUnsigned(low, otherLow);
  }
}
