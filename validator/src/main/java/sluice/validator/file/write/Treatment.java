package sluice.validator.file.write;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sluice.lake.contract.Pii;
import sluice.lake.parquet.RowSink;

/** What becomes of the values of a column that the contract marks as personal, on their way to the accepted file. */
final class Treatment {
  // Fewer hidden letters than this would leave the text to be guessed.
  private static final int LEAST_HIDDEN = 4;

  private final Pii pii;
  private final Mac mac;

  /** @param salt key of the HMAC-SHA256; needed where values are hashed */
  Treatment(Pii pii, byte[] salt) {
    this.pii = pii;
    if (pii == Pii.HASH && salt.length == 0) {
      throw new IllegalArgumentException("the contract hashes a column, but the limits name no salt");
    }
    mac = pii == Pii.HASH ? mac(salt) : null;
  }

  boolean keeps() {
    return pii == Pii.KEEP;
  }

  /** Adds what may be known of a value; nothing at all for one that is dropped. */
  void add(RowSink sink, int column, byte[] bytes, int start, int length) {
    switch (pii) {
      case KEEP -> sink.add(column, bytes, start, length);
      case HASH -> add(sink, column, hash(bytes, start, length));
      case MASK -> add(sink, column, mask(new String(bytes, start, length, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
      case DROP -> { } // stays null
    }
  }

  private static void add(RowSink sink, int column, byte[] value) {
    sink.add(column, value, 0, value.length);
  }

  private byte[] hash(byte[] bytes, int start, int length) {
    mac.update(bytes, start, length);
    return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
  }

  /** The first and the last letter stay where at least {@value #LEAST_HIDDEN} between them are starred out; the length shows. */
  static String mask(String text) {
    int[] letters = text.codePoints().toArray();
    boolean ends = letters.length >= LEAST_HIDDEN + 2;
    Arrays.fill(letters, ends ? 1 : 0, ends ? letters.length - 1 : letters.length, '*');
    return new String(letters, 0, letters.length);
  }

  private static Mac mac(byte[] salt) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
