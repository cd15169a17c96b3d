package sluice.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.lake.contract.Contract;
import sluice.lake.parquet.ParquetRows;
import sluice.lake.parquet.Row;
import sluice.lake.parquet.RowVisitor;
import sluice.lake.store.ScratchFolder;
import sluice.validator.Reason;
import sluice.validator.file.FileGate;
import sluice.validator.file.Input;
import sluice.validator.file.Judgement;
import sluice.validator.file.Limits;
import sluice.validator.file.Origin;
import sluice.validator.file.Outputs;
import sluice.validator.file.unique.Seen;

/** What the gate says of one file on this machine, and what it took; its outputs are thrown away. */
record FileVerdict(Path file, Judgement judgement, List<RefusedRow> first, Duration took, long peakBytes) {
  private static final int ROWS_SHOWN = 5;
  // Nothing hashed here is kept, so nothing needs to be secret.
  private static final byte[] SALT = "nothing is kept".getBytes(StandardCharsets.US_ASCII);

  /** One of the first rows that were refused. */
  record RefusedRow(String reason, String column, String detail, String raw, String row, String line) {}

  static FileVerdict of(Path file, Contract contract, Clock clock) throws IOException {
    try (ScratchFolder scratch = ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "sluice-validate")) {
      Path work = scratch.path();
      Outputs outputs = new Outputs(work.resolve("accepted"), work.resolve("refused"), work.resolve("fingerprints"));
      Origin origin = new Origin("validate", Instant.EPOCH, file.toUri().toString(), "");
      Instant begin = clock.instant();
      Judgement judgement = new FileGate(work, Limits.STANDARD.withSalt(SALT))
          .judge(new Input(file, String.valueOf(file.getFileName()), origin, Input.Maker.PRODUCER), contract, Seen.NONE, outputs);
      Duration took = Duration.between(begin, clock.instant());
      return new FileVerdict(file, judgement, firstOf(outputs.refused()), took, peak());
    }
  }

  /** Whether any row would be let through. */
  boolean isAccepted() {
    return judgement instanceof Judgement.RowsJudged rows && rows.accepted() + rows.duplicates() > 0;
  }

  Judgement.RowsJudged rows() {
    return switch (judgement) {
      case Judgement.RowsJudged rows -> rows;
      case Judgement.ObjectRefused refused -> whole(refused.reason(), refused.rowsKnown());
      case Judgement.Stop stop -> whole(stop.reason(), stop.rowsKnown());
    };
  }

  Optional<String> wholeReason() {
    return judgement instanceof Judgement.RowsJudged ? Optional.empty() : Optional.of(rows().reasons().keySet().iterator().next().code());
  }

  String detail() {
    return switch (judgement) {
      case Judgement.RowsJudged rows -> "";
      case Judgement.ObjectRefused refused -> refused.detail();
      case Judgement.Stop stop -> stop.detail();
    };
  }

  ObjectNode document() {
    Judgement.RowsJudged rows = rows();
    ObjectNode document = Document.of("validate").put("file", file.toString()).put("verdict", isAccepted() ? "accepted" : "quarantined")
        .put("read", rows.read()).put("accepted", rows.accepted()).put("quarantined", rows.quarantined()).put("duplicates", rows.duplicates());
    ObjectNode reasons = document.putObject("reasons");
    new TreeMap<>(rows.reasons()).forEach((reason, count) -> reasons.put(reason.code(), count));
    wholeReason().ifPresent(reason -> document.put("reason", reason).put("detail", detail()));
    return document.put("seconds", took.toMillis() / 1000.0).put("peakBytes", peakBytes);
  }

  private static Judgement.RowsJudged whole(Reason reason, long rows) {
    return new Judgement.RowsJudged(rows, 0, rows, 0, Map.of(reason, rows), Judgement.Written.NONE, Judgement.Written.NONE);
  }

  private static List<RefusedRow> firstOf(Path refused) throws IOException {
    List<RefusedRow> first = new ArrayList<>();
    if (Files.exists(refused)) {
      ParquetRows.read(refused, new RowVisitor() {
        @Override
        public void columns(List<String> names) {}

        @Override
        public void row(Row row) {
          if (first.size() < ROWS_SHOWN) {
            first.add(new RefusedRow(row.value(0), row.value(2), row.value(3), row.value(4), row.value(6), row.value(7)));
          }
        }
      });
    }
    return first;
  }

  /** The most memory this process ever held; 0 where the system does not tell. */
  private static long peak() {
    Path status = Path.of("/proc/self/status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines.filter(line -> line.startsWith("VmHWM:")).map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).findFirst().orElse(0) * 1024;
    } catch (IOException notLinux) {
      return 0;
    }
  }
}
