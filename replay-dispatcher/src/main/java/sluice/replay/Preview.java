package sluice.replay;

import java.util.List;
import sluice.lake.DatasetName;

/** A plan for people: every object with its verdict so far and what would be done. */
record Preview(int format, String replayId, DatasetName dataset, String reason, int contractVersion, int judge, int skip, List<PlanLine> objects) {
  static Preview of(ReplayManifest request, int contractVersion, List<PlanLine> lines) {
    int judge = (int) lines.stream().filter(PlanLine::judges).count();
    return new Preview(1, request.replayId(), request.dataset(), request.reason(), contractVersion, judge, lines.size() - judge, lines);
  }
}
