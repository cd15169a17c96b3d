package sluice.quarantine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import sluice.lake.ledger.ObjectVerdict;

/**
 * Which entries a later verdict has replaced: their object was judged again under a newer contract, and what is still wrong
 * with it has an entry of its own.
 */
public final class Superseded {
  private final Map<String, Integer> newest = new HashMap<>();

  /** @param verdicts all of the datasets whose entries are asked for */
  public Superseded(Collection<ObjectVerdict> verdicts) {
    verdicts.forEach(verdict -> newest.merge(verdict.origin() == null ? verdict.object() : verdict.origin(), verdict.contractVersion(), Math::max));
  }

  public boolean is(Entry entry) {
    String landed = entry.object() + "?versionId=" + entry.version();
    String raw = entry.object().replaceFirst("^s3://[^/]+/", "");
    return Math.max(newest.getOrDefault(landed, 0), newest.getOrDefault(raw, 0)) > entry.contractVersion();
  }
}
