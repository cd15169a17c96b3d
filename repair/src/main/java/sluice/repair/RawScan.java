package sluice.repair;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.contract.Contract;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.ManifestException;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.UnreadableParquetException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/**
 * Looks at every object that a manifest of the dataset names in raw. Raw never changes: what deviates is reported with the
 * line that has it judged again under the contract of today.
 */
final class RawScan {
  private final ObjectStore store;
  private final String bucket;
  private final Copies copies;

  RawScan(ObjectStore store, String bucket, Copies copies) {
    this.store = store;
    this.bucket = bucket;
    this.copies = copies;
  }

  List<Finding> findings(Contract contract) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (ObjectRef object : store.list(bucket, Zone.RAW.prefix() + contract.dataset() + "/")) {
      if (PartitionKey.of(object.key()).filter(partition -> partition.manifest().equals(object.key())).isPresent()) {
        findings.addAll(named(object, contract));
      }
    }
    return findings;
  }

  private List<Finding> named(ObjectRef place, Contract contract) throws IOException {
    Manifest manifest;
    try (InputStream in = store.open(place)) {
      manifest = Manifest.fromJson(in.readAllBytes());
    } catch (ManifestException unreadable) {
      return List.of(Finding.reported(Zone.RAW, place.key(), List.of("the manifest cannot be read: " + unreadable.getMessage()), null));
    }
    List<Finding> findings = new ArrayList<>();
    for (Part part : manifest.parts()) {
      List<String> deviations = copies.use(new ObjectRef(bucket, part.key()), copy -> deviations(part, copy, contract))
          .orElse(List.of("its manifest names it, but it is not in the store"));
      findings.add(deviations.isEmpty() ? Finding.good(Zone.RAW, part.key())
          : Finding.reported(Zone.RAW, part.key(), deviations, replay(contract, part.key())));
    }
    return findings;
  }

  private static List<String> deviations(Part part, Copies.Copy copy, Contract contract) throws IOException {
    List<String> deviations = new ArrayList<>();
    if (copy.bytes() != part.bytes()) {
      deviations.add("the manifest says " + part.bytes() + " bytes, found " + copy.bytes());
    }
    if (!copy.sha256().equals(part.sha256())) {
      deviations.add("the manifest says SHA-256 " + part.sha256() + ", found " + copy.sha256());
    }
    // A producer's file has the producer's columns, which the gate judges; only what an extractor wrote is ours to promise.
    if (part.origin() != null) {
      return deviations;
    }
    try {
      Shape shape = Shape.of(copy.file());
      deviations.addAll(shape.deviationsFrom(contract.rawColumns()));
      if (shape.rows() != part.rows()) {
        deviations.add("the manifest says " + part.rows() + " rows, found " + shape.rows());
      }
    } catch (UnreadableParquetException unreadable) {
      deviations.add(unreadable.getMessage());
    }
    return deviations;
  }

  private static String replay(Contract contract, String key) {
    return "./sluice replay --dataset " + contract.dataset() + " --id repair-c" + contract.version()
        + " --reason \"raw deviates from contract " + contract.version() + "\" --force --file " + key;
  }
}
