package sluice.validator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Quality;
import sluice.lake.ledger.MemoryVerdictLedger;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.store.FolderObjectStore;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;
import sluice.validator.file.Limits;

/** A lake in a folder with runs of one dataset, whose objects a test lays down and has judged. */
final class GateBench {
  static final DatasetName DATASET = new DatasetName("adverts");
  static final LocalDate DATE = LocalDate.parse("2026-11-21");
  private static final Instant SIX = Instant.parse("2026-11-21T06:00:00Z");
  private static final Buckets BUCKETS = new Buckets(Map.of(Zone.RAW, "raw-bucket", Zone.VALIDATED, "validated-bucket",
      Zone.QUARANTINE, "quarantine-bucket", Zone.REPLAY, "replay-bucket"));

  final FolderObjectStore folder;
  final MemoryVerdictLedger ledger = new MemoryVerdictLedger();
  private final Path work;
  private final Map<PartitionKey, List<Part>> parts = new HashMap<>();
  private Contract contract = contract(Load.APPEND, 3);

  GateBench(Path root) throws IOException {
    folder = new FolderObjectStore(root.resolve("store"));
    work = Files.createDirectories(root.resolve("work"));
  }

  static Contract contract(Load load, int version) {
    return contract(load, version, Drift.STANDARD);
  }

  static Contract contract(Load load, int version, Drift drift) {
    return new Contract(DATASET, version, "One row per advert.", "tests", load, List.of("id"), Format.Csv.STANDARD, drift,
        java.util.Optional.empty(), Quality.NONE, List.of(
            new Column("id", LogicalType.STRING, true, "The key."),
            new Column("title", LogicalType.STRING, true, "Never absent."),
            new Column("pay", LogicalType.parse("int"), false, "Sometimes absent.")));
  }

  void under(Contract next) {
    contract = next;
  }

  static PartitionKey partition(String run) {
    return new PartitionKey(DATASET, DATE, new RunId(run));
  }

  /** An object as an extraction would leave it. */
  Part extracted(PartitionKey partition, RowsInMemory table) {
    byte[] bytes = parquet(table);
    return part(partition, "part-" + index(partition) + ".parquet", bytes, table.rows().size(), Sha256.of(bytes), null);
  }

  /** A producer's file as it was received. */
  Part landed(PartitionKey partition, String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return part(partition, name, bytes, 0, Sha256.of(bytes), "s3://landing-bucket/adverts/" + name + "?versionId=v" + index(partition));
  }

  /** An object and what its manifest says of it, true or not. */
  Part part(PartitionKey partition, String name, byte[] bytes, long rows, String hash, String origin) {
    return part(partition, name, bytes, bytes.length, rows, hash, origin);
  }

  Part part(PartitionKey partition, String name, byte[] bytes, long promisedBytes, long rows, String hash, String origin) {
    Part part = new Part(index(partition), partition.object(Zone.RAW, name), promisedBytes, rows, hash, origin);
    folder.putIfAbsent(new ObjectRef("raw-bucket", part.key()), bytes, Map.of());
    parts.computeIfAbsent(partition, key -> new ArrayList<>()).add(part);
    return part;
  }

  private int index(PartitionKey partition) {
    return parts.getOrDefault(partition, List.of()).size();
  }

  ValidateAnswer judge(PartitionKey partition) {
    return judge(folder, ledger, partition, partition.runId().value());
  }

  ValidateAnswer judge(ObjectStore store, VerdictLedger verdicts, PartitionKey partition, String run) {
    writeManifest(partition);
    return ask(store, verdicts, new ValidateEvent(new RunId(run), DATASET,
        List.of(new ValidateEvent.ManifestParts(partition.manifest(), index(partition))), null, 0, null, null, null));
  }

  ValidateAnswer ask(ObjectStore store, VerdictLedger verdicts, ValidateEvent event) {
    try {
      return gate(store, verdicts).judge(event, () -> true);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  Gate gate(ObjectStore store, VerdictLedger verdicts) {
    ObjectGate objects = new ObjectGate(store, BUCKETS, verdicts, new LimitsFor(Limits.STANDARD, () -> "salt"), work, Clock.fixed(SIX, ZoneOffset.UTC));
    return new Gate(store, BUCKETS, verdicts, name -> contract, work, objects, verdict -> { });
  }

  void writeManifest(PartitionKey partition) {
    List<Part> named = parts.getOrDefault(partition, List.of());
    folder.putIfAbsent(new ObjectRef("raw-bucket", partition.manifest()), new Manifest(Manifest.FORMAT, DATASET.value(),
        partition.runId().value(), DATE.toString(), SIX.toString(), named, named.stream().mapToLong(Part::rows).sum(), null).toJson(), Map.of());
  }

  ObjectVerdict verdict(Part part) {
    return ledger.find(DATASET, DATE, part.key(), contract.version()).orElseThrow();
  }

  /** Every validated row, in the order of the objects' keys, by the columns' order. */
  List<List<String>> validated() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (ObjectRef object : folder.list("validated-bucket", "validated/")) {
      rows.addAll(RowsInMemory.read(folder.file(object)).rows());
    }
    return rows;
  }

  /** Every row in quarantine. */
  List<RowsInMemory> quarantined() throws IOException {
    List<RowsInMemory> files = new ArrayList<>();
    for (ObjectRef object : folder.list("quarantine-bucket", "quarantine/entries/")) {
      files.add(RowsInMemory.read(folder.file(object)));
    }
    return files;
  }

  long filesLeftInWorkFolder() throws IOException {
    try (var files = Files.list(work)) {
      return files.count();
    }
  }

  private byte[] parquet(RowsInMemory table) {
    try {
      Path file = Files.createTempFile(work.getParent(), "table", ".parquet");
      table.write(file);
      return Files.readAllBytes(file);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }
}
