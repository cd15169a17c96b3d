package sluice.validator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.contract.Contract;
import sluice.lake.manifest.Manifest;
import sluice.lake.parquet.ParquetRowSink;
import sluice.lake.parquet.ParquetRows;
import sluice.lake.parquet.RowSink;
import sluice.lake.parquet.UnreadableParquetException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/**
 * Lets an object's rows into the validated zone, all of them or none, and says why not.
 *
 * <p>The same object under the same contract gives the same bytes under the same key, so a repeated call adds nothing.
 */
public final class Gate {
  private final ObjectStore store;
  private final Buckets buckets;
  private final Function<DatasetName, Contract> contracts;
  private final Path workFolder;

  /** The work folder must have room for one raw object and its validated twin. */
  public Gate(ObjectStore store, Buckets buckets, Function<DatasetName, Contract> contracts, Path workFolder) {
    this.store = store;
    this.buckets = buckets;
    this.contracts = contracts;
    this.workFolder = workFolder;
  }

  /** Judges part {@code index} of a manifest; -1 stands for the manifest itself, when it has no parts. */
  public Judged judge(RunContext run, DatasetName dataset, String manifestKey, int index) throws IOException {
    PartitionKey partition = new PartitionKey(dataset, run.ingestDate(), run.runId());
    Manifest manifest = new ManifestReader(store, buckets.of(Zone.RAW)).read(partition, manifestKey);
    if (index == -1 && manifest.parts().isEmpty()) {
      return new Judged(manifestKey, new Verdict.Quarantined(0, Reason.EMPTY_OBJECT, "the extraction brought no rows"));
    }
    if (index < 0 || index >= manifest.parts().size()) {
      throw new IllegalArgumentException(manifestKey + " has " + manifest.parts().size() + " parts, asked for part " + index);
    }
    RawPart part = new RawPart(partition, manifest.parts().get(index));
    return new Judged(part.promised().key(), verdict(run, part));
  }

  private Verdict verdict(RunContext run, RawPart part) throws IOException {
    Path work = Files.createTempDirectory(workFolder, "gate");
    // Under the part's own name: what is said of the file is kept as the reason, and a repeated call must say the same.
    Path raw = work.resolve(part.promised().key().substring(part.promised().key().lastIndexOf('/') + 1));
    Path validated = work.resolve("validated");
    try {
      LocalCopy copy = LocalCopy.of(store, raw(part), raw);
      copy.mustBe(part.promised());
      long rows = pass(run, part, raw, validated);
      store.putIfAbsent(new ObjectRef(buckets.of(Zone.VALIDATED), part.validatedKey()), validated, Map.of());
      return new Verdict.Accepted(rows, part.validatedKey());
    } catch (Refusal refusal) {
      return new Verdict.Quarantined(part.promised().rows(), refusal.reason(), refusal.getMessage());
    } catch (UnreadableParquetException unreadable) {
      return new Verdict.Quarantined(part.promised().rows(), Reason.UNREADABLE_OBJECT, unreadable.getMessage());
    } finally {
      // The next call may find this folder again: a warm function keeps its disk.
      Files.deleteIfExists(raw);
      Files.deleteIfExists(validated);
      Files.deleteIfExists(work);
    }
  }

  private long pass(RunContext run, RawPart part, Path raw, Path validated) throws IOException {
    Contract contract = contracts.apply(part.partition().dataset());
    String version = store.head(raw(part)).map(found -> found.versionId()).orElse("");
    LineageColumns lineage =
        new LineageColumns(contract.validatedColumns(), run, raw(part).uri(), version, contract.version());
    try (RowSink sink = new ParquetRowSink(validated, contract.validatedColumns())) {
      ParquetRows.read(raw, new ValidatedWriter(contract, sink, lineage));
      if (sink.rows() == 0) {
        throw new Refusal(Reason.EMPTY_OBJECT, "the object has no rows");
      }
      if (sink.rows() != part.promised().rows()) {
        throw new Refusal(Reason.ROW_COUNT_MISMATCH,
            "the manifest says " + part.promised().rows() + " rows, found " + sink.rows());
      }
      return sink.rows();
    }
  }

  private ObjectRef raw(RawPart part) {
    return new ObjectRef(buckets.of(Zone.RAW), part.promised().key());
  }

  /** An object's key and what the gate says of it. */
  public record Judged(String object, Verdict verdict) {}
}
