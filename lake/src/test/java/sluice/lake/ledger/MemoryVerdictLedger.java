package sluice.lake.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.lake.DatasetName;

/** The verdicts of a test, under the same rules as the real table. */
public final class MemoryVerdictLedger implements VerdictLedger {
  private final Map<String, ObjectVerdict> verdicts = new TreeMap<>();
  private final Map<VerdictScope, Long> heads = new java.util.HashMap<>();

  @Override
  public synchronized Optional<ObjectVerdict> find(DatasetName dataset, LocalDate ingestDate, String object, int contractVersion) {
    return Optional.ofNullable(verdicts.get(key(dataset, ingestDate, object, contractVersion)));
  }

  @Override
  public synchronized List<ObjectVerdict> inScope(VerdictScope scope) {
    return verdicts.values().stream()
        .filter(verdict -> verdict.dataset().equals(scope.dataset()) && scope.ingestDate().map(verdict.ingestDate()::equals).orElse(true))
        .sorted(Comparator.comparingLong(ObjectVerdict::sequence)).toList();
  }

  @Override
  public synchronized List<ObjectVerdict> ofDate(DatasetName dataset, LocalDate ingestDate) {
    return verdicts.values().stream().filter(verdict -> verdict.dataset().equals(dataset) && verdict.ingestDate().equals(ingestDate)).toList();
  }

  @Override
  public synchronized boolean commit(VerdictScope scope, ObjectVerdict verdict) {
    String key = key(verdict.dataset(), verdict.ingestDate(), verdict.object(), verdict.contractVersion());
    if (verdict.equals(verdicts.get(key))) {
      return true;
    }
    if (verdicts.containsKey(key) || heads.getOrDefault(scope, 0L) != verdict.sequence() - 1) {
      return false;
    }
    verdicts.put(key, verdict);
    heads.put(scope, verdict.sequence());
    return true;
  }

  private static String key(DatasetName dataset, LocalDate ingestDate, String object, int contractVersion) {
    return dataset + "/" + ingestDate + "/" + object + "/" + contractVersion;
  }
}
