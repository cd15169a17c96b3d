package sluice.validator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import sluice.lake.manifest.Part;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/** An object on disk, hashed while it came: what is judged later is exactly what was hashed. */
record LocalCopy(Path file, long bytes, String sha256) {
  static LocalCopy of(ObjectStore store, ObjectRef ref, Path file) throws IOException {
    MessageDigest digest = sha256Digest();
    try (InputStream in = store.open(ref); OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      long bytes = in.transferTo(out);
      return new LocalCopy(file, bytes, HexFormat.of().formatHex(digest.digest()));
    }
  }

  void mustBe(Part promised) throws Refusal {
    if (bytes != promised.bytes()) {
      throw new Refusal(Reason.HASH_MISMATCH, "the manifest says " + promised.bytes() + " bytes, found " + bytes);
    }
    if (!sha256.equals(promised.sha256())) {
      throw new Refusal(Reason.HASH_MISMATCH, "the manifest says SHA-256 " + promised.sha256() + ", found " + sha256);
    }
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
