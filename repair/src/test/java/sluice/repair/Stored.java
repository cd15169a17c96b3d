package sluice.repair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.MemoryVerdictLedger;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.parquet.TypedParquet;
import sluice.lake.store.FaultyCalls;
import sluice.lake.store.FaultyObjectStore;
import sluice.lake.store.MemoryObjectStore;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.Sha256;

/** A dataset that has been stored for a while, in memory. */
final class Stored {
  static final DatasetName ORDERS = new DatasetName("orders");
  static final String RAW = "sluice-raw";
  static final String VALIDATED = "sluice-validated";
  static final PartitionKey DAY = new PartitionKey(ORDERS, LocalDate.parse("2026-04-03"), new RunId("run-1"));
  static final Contract CONTRACT = new Contract(ORDERS, 2, "Orders. One row per order.", "tests", Load.APPEND, List.of("id"), List.of(
      new Column("id", LogicalType.STRING, true, "The order."), new Column("amount", LogicalType.parse("decimal(9,2)"), false, "The pay."),
      new Column("note", LogicalType.STRING, false, "Came with version 2.")));
  private static final Schema TYPED = SchemaBuilder.record("row").fields().optionalLong("id").optionalDouble("amount")
      .optionalBoolean("paid").optionalString("_run_id").endRecord();

  final MemoryObjectStore store = new MemoryObjectStore();
  final MemoryVerdictLedger verdicts = new MemoryVerdictLedger();
  private final List<Part> parts = new ArrayList<>();
  private final Path folder;

  Stored(Path folder) {
    this.folder = folder;
  }

  Repair repair(FaultyCalls calls) {
    Replacing replacing = (object, file) -> store.overwrite(object, read(file));
    return new Repair(new FaultyObjectStore(store, calls), new Buckets(Map.of(Zone.RAW, RAW, Zone.VALIDATED, VALIDATED)), verdicts,
        calls.around(Replacing.class, replacing), folder);
  }

  Repair repair() {
    return repair(FaultyCalls.counting());
  }

  /** A raw part with these columns, which its manifest will name; answers its key. */
  String raw(List<String> columns, List<String> row) {
    byte[] bytes = bytes(file -> new RowsInMemory(columns, List.of(row)).write(file));
    Part part = new Part(parts.size(), DAY.part(Zone.RAW, parts.size(), Sha256.of(bytes)), bytes.length, 1, Sha256.of(bytes));
    store.putIfAbsent(new ObjectRef(RAW, part.key()), bytes, Map.of());
    parts.add(part);
    return part.key();
  }

  void manifest() {
    store.putIfAbsent(new ObjectRef(RAW, DAY.manifest()), new Manifest(Manifest.FORMAT, "orders", "run-1", DAY.ingestDate().toString(),
        "2026-04-03T06:00:00Z", parts, parts.size(), null).toJson(), Map.of());
  }

  /** An accepted object of one row, as a program wrote it that kept the types of its time. */
  String typed(String name) {
    return validated(name, 1, bytes(file -> {
      GenericRecord row = new GenericData.Record(TYPED);
      row.put("id", 1001L);
      row.put("amount", 49.9);
      row.put("paid", true);
      row.put("_run_id", "run-1");
      TypedParquet.write(file, TYPED, List.of(row));
    }));
  }

  /** An accepted object of one row as today's gate writes it. */
  String asPromised(String name) {
    List<String> columns = CONTRACT.validatedColumns();
    return validated(name, 1, bytes(file -> new RowsInMemory(columns, List.of(columns.stream().map(column -> "of " + column).toList())).write(file)));
  }

  /** Any bytes, with a verdict that promises them and so many rows. */
  String validated(String name, long rows, byte[] bytes) {
    ObjectRef object = new ObjectRef(VALIDATED, DAY.object(Zone.VALIDATED, name));
    store.putIfAbsent(object, bytes, Map.of());
    long sequence = verdicts.ofDate(ORDERS, DAY.ingestDate()).size() + 1L;
    verdicts.commit(VerdictScope.of(ORDERS, Load.APPEND, DAY.ingestDate()), new ObjectVerdict(ORDERS, DAY.ingestDate(), DAY.runId(), "raw of " + name,
        "", null, 1, sequence, new Counts(rows, rows, 0, 0), null, null, Map.of(), object.key(), Sha256.of(bytes), "prints", null, DAY.runId(), null,
        Instant.EPOCH, null, 0));
    return object.key();
  }

  List<List<String>> rows(String key) throws IOException {
    return table(key).rows();
  }

  RowsInMemory table(String key) throws IOException {
    Path file = Files.write(folder.resolve("seen"), store.bytes(new ObjectRef(VALIDATED, key)));
    try {
      return RowsInMemory.read(file);
    } finally {
      Files.delete(file);
    }
  }

  /** Every object's hash by bucket and key. */
  Map<String, String> objects() {
    Map<String, String> hashes = new TreeMap<>();
    for (String bucket : List.of(RAW, VALIDATED)) {
      store.list(bucket, "").forEach(object -> hashes.put(object.uri(), Sha256.of(store.bytes(object))));
    }
    return hashes;
  }

  private interface Writing {
    void to(Path file) throws IOException;
  }

  private byte[] bytes(Writing writing) {
    try {
      Path file = folder.resolve("made");
      writing.to(file);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }
}
