package sluice.validator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.store.FolderObjectStore;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;

/** A lake in a folder with one run of one dataset, whose objects a test lays down and has judged. */
final class GateBench {
  static final DatasetName DATASET = new DatasetName("adverts");
  static final RunContext RUN =
      new RunContext(new RunId("run-1"), LocalDate.parse("2026-11-21"), Instant.parse("2026-11-21T06:00:00Z"));
  static final PartitionKey PARTITION = new PartitionKey(DATASET, RUN.ingestDate(), RUN.runId());
  static final Contract CONTRACT = new Contract(DATASET, 3, "One row per advert.", "tests", Load.APPEND, List.of("id"), List.of(
      new Column("id", LogicalType.STRING, true, "The key."),
      new Column("title", LogicalType.STRING, true, "Never absent."),
      new Column("place", LogicalType.STRING, false, "Sometimes absent.")));

  final FolderObjectStore folder;
  private final Path work;
  private final List<Part> parts = new ArrayList<>();

  GateBench(Path root) throws IOException {
    folder = new FolderObjectStore(root.resolve("store"));
    work = Files.createDirectories(root.resolve("work"));
  }

  static ObjectRef raw(String key) {
    return new ObjectRef("raw-bucket", key);
  }

  static ObjectRef validated(String key) {
    return new ObjectRef("validated-bucket", key);
  }

  /** An object as an extraction would leave it. */
  Part part(RowsInMemory table) {
    return part(parquet(table), table.rows().size());
  }

  Part part(byte[] bytes, long rows) {
    return part(bytes, bytes.length, rows, Sha256.of(bytes));
  }

  /** An object and what its manifest says of it, true or not. */
  Part part(byte[] bytes, long promisedBytes, long promisedRows, String promisedHash) {
    Part part = new Part(parts.size(), PARTITION.part(Zone.RAW, parts.size(), promisedHash), promisedBytes, promisedRows, promisedHash);
    folder.putIfAbsent(raw(part.key()), bytes, Map.of());
    parts.add(part);
    return part;
  }

  Verdict judge(int index) {
    return judge(folder, index);
  }

  Verdict judge(ObjectStore store, int index) {
    writeManifest();
    return ask(store, PARTITION.manifest(), index).verdict();
  }

  Gate.Judged ask(ObjectStore store, String manifestKey, int index) {
    try {
      return gate(store).judge(RUN, DATASET, manifestKey, index);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  Gate gate(ObjectStore store) {
    return new Gate(store, new Buckets(Map.of(Zone.RAW, "raw-bucket", Zone.VALIDATED, "validated-bucket")), name -> CONTRACT, work);
  }

  void writeManifest() {
    long rows = parts.stream().mapToLong(Part::rows).sum();
    folder.putIfAbsent(raw(PARTITION.manifest()), new Manifest(Manifest.FORMAT, DATASET.value(), RUN.runId().value(),
        RUN.ingestDate().toString(), RUN.startedAt().toString(), parts, rows, null).toJson(), Map.of());
  }

  RowsInMemory validatedRows(String key) throws IOException {
    return RowsInMemory.read(folder.file(validated(key)));
  }

  long filesLeftInWorkFolder() throws IOException {
    try (var files = Files.list(work)) {
      return files.count();
    }
  }

  byte[] parquet(RowsInMemory table) {
    try {
      Path file = Files.createTempFile(work.getParent(), "table", ".parquet");
      table.write(file);
      return Files.readAllBytes(file);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }
}
