package sluice.validator;

import java.util.List;
import java.util.Objects;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.ledger.Counts;

/**
 * What the workflow asks of the gate: the objects of one dataset, in their order.
 *
 * @param manifests what an extraction or a batch brought; absent in a replay
 * @param plan key of a replay's plan in the replay zone; absent elsewhere
 * @param from how many objects earlier calls of this run have judged
 * @param counts what these calls counted
 * @param refusals the reason codes that they met
 * @param replayId the replay that asks; null elsewhere
 */
public record ValidateEvent(
    RunId runId,
    DatasetName dataset,
    List<ManifestParts> manifests,
    String plan,
    Integer from,
    Counts counts,
    List<String> refusals,
    String replayId) {
  public ValidateEvent {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(dataset, "dataset");
    manifests = manifests == null ? List.of() : List.copyOf(manifests);
    from = from == null ? 0 : from;
    counts = counts == null ? Counts.NONE : counts;
    refusals = refusals == null ? List.of() : List.copyOf(refusals);
    if (manifests.isEmpty() == (plan == null)) {
      throw new IllegalArgumentException("expected manifests or a plan, found " + (plan == null ? "neither" : "both"));
    }
    if (from < 0) {
      throw new IllegalArgumentException("expected from 0 or more, found " + from);
    }
  }

  /** A manifest and how many parts it names; one without parts is judged itself. */
  public record ManifestParts(String manifest, int parts) {}
}
