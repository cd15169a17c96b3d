package sluice.intake;

import java.time.LocalDate;
import java.util.List;
import sluice.lake.DatasetName;

/**
 * What the run has to judge.
 *
 * @param missing uris of versions that were deleted before they were copied
 */
record ReceiveAnswer(List<Received> manifests, List<String> missing) {
  /** One manifest in the raw zone and how many parts it names. */
  record Received(DatasetName source, String manifest, int parts, LocalDate ingestDate) {}
}
