package sluice.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.RunStatus;
import sluice.report.market.Currency;
import sluice.report.market.Market;
import sluice.report.market.PayRange;
import sluice.report.market.PostingDay;
import sluice.report.market.SourceState;
import sluice.report.model.Check;
import sluice.report.model.CheckRun;
import sluice.report.model.LakeFile;
import sluice.report.model.Level;
import sluice.report.model.Outcome;
import sluice.report.model.Place;
import sluice.report.model.Problem;
import sluice.report.model.Quarantined;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;
import sluice.report.model.Stage;

/** A model in which every text tries to break out of its place. */
final class Hostile {
  static final String TEXT = "\"'></text></svg></style><script>window.broken=1</script><img src=http://evil.example/x onerror=window.broken=1>\u202E\u0000";
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  private Hostile() {}

  static ReportModel model() {
    Run run = new Run(TEXT, RunStatus.PARTIAL, TEXT, Sample.STARTED, Duration.ofSeconds(3), Map.of(TEXT, new Counts(9, 5, 2, 1)),
        Map.of(TEXT, 5L), List.of(new FailedSource(TEXT, TEXT, TEXT)), Optional.empty());
    Problem problem = new Problem(TEXT, Level.ERROR, TEXT, TEXT, List.of(TEXT), Optional.of(TEXT), List.of(TEXT), Optional.empty(),
        Optional.of("javascript:window.broken=1"));
    Problem takesAName = Problem.of("market", Level.ERROR, TEXT, TEXT).link("https://example.org/" + TEXT);
    Check check = new Check(TEXT, Check.Kind.DATA, TEXT, Outcome.FAILED, 1, Duration.ofSeconds(1), Optional.of(TEXT));
    Quarantined entry = new Quarantined(TEXT, TEXT, TEXT, Quarantined.Extent.ROW, Optional.of(2L), Sample.STARTED, TEXT,
        Optional.of(1L), Optional.of(TEXT), Optional.of(TEXT), Optional.of(TEXT));
    return new ReportModel(TEXT, new Place(TEXT, Optional.of(TEXT)), Sample.STARTED, run,
        List.of(new Stage(TEXT, Optional.of(TEXT), Duration.ZERO, Duration.ofSeconds(3), Outcome.WARNED, Optional.empty())),
        List.of(problem, takesAName), List.of(check, check), List.of(new CheckRun(TEXT, Map.of(TEXT, Outcome.PASSED))),
        List.of(entry, entry), SampleRuns.before(Sample.STARTED), Optional.of(market()),
        List.of(new LakeFile(TEXT, TEXT, 1, 2, TEXT)), Map.of(TEXT, TEXT));
  }

  private static Market market() {
    return new Market(Optional.of(Sample.STARTED), Optional.of(TEXT), List.of(new SourceState(TEXT, 9, 5, Optional.of(DAY))), Optional.of(DAY),
        List.of(new PayRange(TEXT, Currency.PLN, 30, 1, 2, 3)), List.of(new PayRange(TEXT, Currency.PLN, 30, 1, 2, 3)),
        List.of(new PostingDay(DAY, TEXT, 9, 5)));
  }
}
