package sluice.validator.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import sluice.lake.DatasetName;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Pii;
import sluice.lake.contract.Quality;
import sluice.lake.parquet.RowsInMemory;
import sluice.validator.file.unique.Seen;

/** Lays a file before the gate and shows what came of it. */
final class Desk {
  static final Origin ORIGIN = new Origin("run-1", Instant.parse("2026-11-21T06:00:00Z"), "s3://landing/orders/rows", "v7");

  final Path folder;
  Limits limits = Limits.STANDARD;
  Seen seen = Seen.NONE;
  Input.Maker maker = Input.Maker.PRODUCER;

  Desk(Path folder) {
    this.folder = folder;
  }

  Outputs outputs() {
    return new Outputs(folder.resolve("accepted.parquet"), folder.resolve("refused.parquet"), folder.resolve("fingerprints"));
  }

  Judgement judge(Contract contract, String name, String text) throws IOException {
    return judge(contract, name, text.getBytes(StandardCharsets.UTF_8));
  }

  Judgement judge(Contract contract, String name, byte[] bytes) throws IOException {
    return judge(contract, name, Files.write(folder.resolve("object"), bytes));
  }

  Judgement judge(Contract contract, String name, Path file) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    Judgement judgement = new FileGate(work, limits).judge(new Input(file, name, ORIGIN, maker), contract, seen, outputs());
    try (var left = Files.list(work)) {
      if (left.findAny().isPresent()) {
        throw new AssertionError("the gate left files in its work folder");
      }
    }
    return judgement;
  }

  Judgement.RowsJudged rows(Contract contract, String name, String text) throws IOException {
    return (Judgement.RowsJudged) judge(contract, name, text);
  }

  RowsInMemory accepted() throws IOException {
    return RowsInMemory.read(outputs().accepted());
  }

  /** The first columns of the accepted rows. */
  List<List<String>> accepted(int columns) throws IOException {
    return accepted().rows().stream().map(row -> row.subList(0, columns)).toList();
  }

  RowsInMemory refused() throws IOException {
    return RowsInMemory.read(outputs().refused());
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Names with a type, such as {@code n int}; the first is the key and must have a value. */
  static Contract contract(Format format, String... columns) {
    return contract(format, Drift.STANDARD, Stream.of(columns).map(Desk::column).toList());
  }

  static Contract contract(Format format, Drift drift, List<Column> columns) {
    return new Contract(new DatasetName("orders"), 3, "One row per order.", "tests", Load.APPEND, List.of(columns.getFirst().name()), format,
        drift, Optional.empty(), Quality.NONE, columns);
  }

  static Drift drift(Drift.Kind kind, Drift.Action action) {
    var actions = new java.util.EnumMap<>(Drift.STANDARD.actions());
    actions.put(kind, action);
    return new Drift(actions);
  }

  static Column column(String nameAndType) {
    return column(nameAndType, Pii.KEEP);
  }

  static Column column(String nameAndType, Pii pii) {
    String[] parts = nameAndType.split(" ");
    return new Column(parts[0], parts[0], LogicalType.parse(parts[1]), false, true, List.of(), Optional.empty(), pii, "");
  }
}
