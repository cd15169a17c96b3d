package sluice.validator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.validator.file.unique.FingerprintFile;
import sluice.validator.file.unique.Seen;

/** What was accepted before in a scope, as this call knows it: asked for once, and again when another run was faster. */
final class Scope {
  private final VerdictScope scope;
  private final VerdictLedger ledger;
  private final ObjectStore store;
  private final String bucket;
  private final Path folder;
  private final Map<String, FingerprintFile> files = new HashMap<>();
  private List<ObjectVerdict> verdicts;

  Scope(VerdictScope scope, VerdictLedger ledger, ObjectStore store, String bucket, Path folder) {
    this.scope = scope;
    this.ledger = ledger;
    this.store = store;
    this.bucket = bucket;
    this.folder = folder;
  }

  /** The sequence that the next verdict takes. */
  long next() {
    return verdicts().isEmpty() ? 1 : verdicts().getLast().sequence() + 1;
  }

  /** Whether the verdict stands now; if not, what is known of the scope was too old and is forgotten. */
  boolean commit(ObjectVerdict verdict) {
    if (ledger.commit(scope, verdict)) {
      verdicts.add(verdict);
      return true;
    }
    verdicts = null;
    return false;
  }

  /** The rows accepted by the verdicts before this sequence. */
  Seen before(long sequence) throws IOException {
    List<FingerprintFile> before = new ArrayList<>();
    for (ObjectVerdict verdict : verdicts()) {
      if (verdict.sequence() < sequence && verdict.fingerprints() != null) {
        before.add(file(verdict.fingerprints()));
      }
    }
    return (keyHigh, keyLow, contentHigh, contentLow) -> {
      for (FingerprintFile file : before) {
        if (file.contains(keyHigh, keyLow, contentHigh, contentLow)) {
          return true;
        }
      }
      return false;
    };
  }

  private List<ObjectVerdict> verdicts() {
    if (verdicts == null) {
      verdicts = new ArrayList<>(ledger.inScope(scope));
    }
    return verdicts;
  }

  private FingerprintFile file(String key) throws IOException {
    FingerprintFile known = files.get(key);
    if (known == null) {
      Path copy = folder.resolve(files.size() + ".fingerprints");
      try (InputStream in = store.open(new ObjectRef(bucket, key))) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      known = new FingerprintFile(copy);
      files.put(key, known);
    }
    return known;
  }
}
