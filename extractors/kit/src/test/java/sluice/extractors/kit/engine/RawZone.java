package sluice.extractors.kit.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.ExtractAnswer;
import sluice.extractors.kit.ExtractEvent;
import sluice.extractors.kit.Source;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.event.EventLog;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.source.Limits;
import sluice.lake.store.FolderObjectStore;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;

/** A raw zone in a folder, an engine that writes into it, and eyes for what is there then. */
final class RawZone {
  static final String BUCKET = "sluice-raw";
  static final DatasetName NUMBERS = new DatasetName("numbers");

  final FolderObjectStore store;
  final Path work;
  final ByteArrayOutputStream events = new ByteArrayOutputStream();
  private final long partBytes;

  RawZone(Path folder, long partBytes) {
    this.store = new FolderObjectStore(folder.resolve("store"));
    this.work = folder.resolve("work");
    this.partBytes = partBytes;
  }

  static ExtractEvent event(int leg) {
    return new ExtractEvent(NUMBERS, new RunId("run-1"), LocalDate.of(2026, 2, 28), Instant.parse("2026-02-28T23:59:30Z"), leg);
  }

  ExtractAnswer run(int leg, Source source, Budget budget) throws IOException {
    return run(store, leg, source, budget);
  }

  ExtractAnswer run(ObjectStore over, int leg, Source source, Budget budget) throws IOException {
    return run(over, leg, source, budget, 1_000_000);
  }

  ExtractAnswer run(ObjectStore over, int leg, Source source, Budget budget, long rowLimit) throws IOException {
    EventLog log = new EventLog(new PrintStream(events, true, StandardCharsets.UTF_8), Clock.systemUTC());
    Limits limits = new Limits(1_000, rowLimit, 1 << 20, Duration.ofMinutes(10));
    return new Extraction(new Extraction.Target(over, BUCKET, partBytes), work, log).run(event(leg), contract(), limits, source, budget);
  }

  /** As the workflow does it: asks for legs until the extraction is complete. */
  ExtractAnswer runToTheEnd(ObjectStore over, Source source, Budget budget) throws IOException {
    for (int leg = 0; leg < 100; leg++) {
      ExtractAnswer answer = run(over, leg, source, budget);
      if (answer.status() == ExtractAnswer.Status.COMPLETE) {
        return answer;
      }
    }
    throw new AssertionError("still not complete after 100 legs");
  }

  static Contract contract() {
    return new Contract(NUMBERS, 1, "Numbers. One row per number.", "tests", Load.APPEND, List.of("id"), List.of(
        new Column("id", LogicalType.STRING, true, "The number."), new Column("noise", LogicalType.STRING, false, "Text.")));
  }

  Manifest manifest() {
    return Manifest.fromJson(store.bytes(new ObjectRef(BUCKET, event(0).partition().manifest())));
  }

  /** The ids of all rows that the manifest leads to; each object is checked against its line first. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (Part part : manifest().parts()) {
      byte[] bytes = store.bytes(new ObjectRef(BUCKET, part.key()));
      if (bytes.length != part.bytes() || !Sha256.of(bytes).equals(part.sha256())) {
        throw new AssertionError(part.key() + " is not what the manifest says");
      }
      RowsInMemory rows = rows(bytes);
      if (rows.rows().size() != part.rows()) {
        throw new AssertionError(part.key() + " has " + rows.rows().size() + " rows, the manifest says " + part.rows());
      }
      rows.rows().forEach(row -> ids.add(row.getFirst()));
    }
    return ids;
  }

  /** Every object's hash by key. */
  Map<String, String> objects() {
    Map<String, String> hashes = new TreeMap<>();
    for (ObjectRef ref : store.list(BUCKET, "")) {
      hashes.put(ref.key(), Sha256.of(store.bytes(ref)));
    }
    return hashes;
  }

  List<String> eventNames() {
    return events.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(".*\"event\":\"([a-z_]+)\".*", "$1")).toList();
  }

  /** Legs that were not cleaned up. */
  List<Path> leftovers() throws IOException {
    try (var files = Files.list(work)) {
      return files.filter(Files::isDirectory).toList();
    }
  }

  private static RowsInMemory rows(byte[] parquet) {
    try {
      Path file = Files.createTempFile("part", ".parquet");
      try {
        Files.write(file, parquet);
        return RowsInMemory.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
