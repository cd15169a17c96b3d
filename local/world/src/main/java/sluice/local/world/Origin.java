package sluice.local.world;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a world's rows come from. Every origin has a state folder of its own, so that sample rows, recorded rows
 * and rows of the live sites never meet in one set of marts.
 */
public sealed interface Origin {

  /** Rows that the project generates from a seed. */
  record Sample(long seed) implements Origin {}

  /** Rows recorded earlier, read from a folder. */
  record Recorded(Path folder) implements Origin {
    public Recorded {
      folder = folder.toAbsolutePath().normalize();
    }
  }

  /** The real sites on the internet. */
  record Live() implements Origin {}

  default String worldName() {
    return switch (this) {
      case Sample sample -> "sample-" + sample.seed();
      case Recorded recorded -> "recorded-" + digest(recorded.folder().toString());
      case Live ignored -> "live";
    };
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
