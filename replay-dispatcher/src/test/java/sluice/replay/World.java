package sluice.replay;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.landing.Claims;
import sluice.lake.landing.MemoryClaims;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.MemoryVerdictLedger;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.store.FolderObjectStore;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.workflow.FakeWorkflow;
import sluice.lake.workflow.StartOnce;

/** Raw objects with their verdicts, and a dispatcher over them. */
final class World {
  static final String REPLAY = "sluice-replay";
  static final String RAW = "sluice-raw";
  static final String LANDING = "sluice-landing";
  static final DatasetName ORDERS = new DatasetName("orders");
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  static final int CONTRACT = 2;

  final FolderObjectStore store;
  final Claims claims = new MemoryClaims();
  final MemoryVerdictLedger verdicts = new MemoryVerdictLedger();
  final FakeWorkflow workflow = new FakeWorkflow();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private long sequence;

  World(Path folder) {
    this.store = new FolderObjectStore(folder);
  }

  static Contract contract() {
    return new Contract(ORDERS, CONTRACT, "Orders. One row per order.", "tests", Load.APPEND, List.of("id"),
        List.of(new Column("id", LogicalType.STRING, true, "The order.")));
  }

  Dispatch dispatch(ObjectStore over) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    PrintStream out = new PrintStream(lines, true, StandardCharsets.UTF_8);
    return new Dispatch(new ReplayZone(over, REPLAY), new Planner(over, new Planner.Places(RAW, LANDING), claims, verdicts),
        new StartOnce(workflow), new Dispatch.Contracts(() -> Map.of(ORDERS, contract()), LANDING), new EventLog(out, clock), new Emf(out, clock));
  }

  DispatchAnswer drop(String key, String json) {
    ObjectRef ref = new ObjectRef(REPLAY, key);
    if (store.head(ref).isEmpty()) {
      store.putIfAbsent(ref, json.getBytes(StandardCharsets.UTF_8), Map.of());
    }
    return dispatch(store).dispatch(REPLAY, key);
  }

  /** A raw manifest with parts {@code part-0}, {@code part-1}, … of these origins; null for an extracted one. */
  PartitionKey raw(LocalDate date, String run, String... origins) {
    PartitionKey partition = new PartitionKey(ORDERS, date, new RunId(run));
    List<Part> parts = new ArrayList<>();
    for (String origin : origins) {
      parts.add(new Part(parts.size(), key(partition, parts.size()), 1, 0, "ab".repeat(32), origin));
    }
    Manifest manifest = new Manifest(1, "orders", run, date.toString(), "2026-11-20T06:00:00Z", parts, 0, null);
    store.putIfAbsent(new ObjectRef(RAW, partition.manifest()), manifest.toJson(), Map.of());
    return partition;
  }

  static String key(PartitionKey partition, int part) {
    return partition.object(Zone.RAW, "part-" + part);
  }

  void accepted(PartitionKey partition, int part, int contractVersion) {
    verdict(partition, part, contractVersion, null, new Counts(10, 10, 0, 0), Map.of(), "2026-11-20T07:00:00Z");
  }

  void refused(PartitionKey partition, int part, int contractVersion, String reason, String judgedAt) {
    verdict(partition, part, contractVersion, reason, new Counts(10, 0, 10, 0), Map.of(), judgedAt);
  }

  void refusedRows(PartitionKey partition, int part, int contractVersion, String reason) {
    verdict(partition, part, contractVersion, null, new Counts(10, 9, 1, 0), Map.of(reason, 1L), "2026-11-20T07:00:00Z");
  }

  private void verdict(PartitionKey partition, int part, int version, String reason, Counts counts, Map<String, Long> reasons, String judgedAt) {
    boolean committed = verdicts.commit(new VerdictScope(ORDERS, Optional.empty()), new ObjectVerdict(ORDERS, partition.ingestDate(),
        partition.runId(), key(partition, part), "", null, version, ++sequence, counts, reason, null, reasons, null, null, null, null,
        partition.runId(), null, Instant.parse(judgedAt), null, 0));
    if (!committed) {
      throw new AssertionError("not committed");
    }
  }

  String text(String key) {
    return new String(store.bytes(new ObjectRef(REPLAY, key)), StandardCharsets.UTF_8);
  }

  /** Every object of the replay zone. */
  Map<String, String> documents() {
    Map<String, String> texts = new TreeMap<>();
    store.list(REPLAY, "").forEach(ref -> texts.put(ref.key(), text(ref.key())));
    return texts;
  }

  String logged() {
    return lines.toString(StandardCharsets.UTF_8);
  }
}
