package sluice.prove.job;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import sluice.lake.DatasetName;
import sluice.lake.landing.LandedObject;
import sluice.lake.store.MemoryObjectStore;
import sluice.lake.store.ObjectRef;

/** The files that producers dropped: with overwrites, odd names, rows that come twice, bad rows, and one that is no such file. */
public final class Drops {
  public static final DatasetName ORDERS = new DatasetName("orders");
  private static final String BUCKET = Places.BUCKETS.of(sluice.lake.Zone.LANDING);
  private static final String HEADER = "order_id,customer_id,amount,currency,event_ts\n";
  private static final SequencedMap<LandedObject, String> FILES = files();

  private Drops() {}

  /** Every version, in the order of their names. */
  public static List<LandedObject> all() {
    return List.copyOf(FILES.sequencedKeySet());
  }

  static void into(MemoryObjectStore store) {
    FILES.forEach((version, text) -> store.putVersion(
        new ObjectRef(version.bucket(), version.key()), version.versionId(), text.getBytes(StandardCharsets.UTF_8)));
  }

  private static SequencedMap<LandedObject, String> files() {
    SequencedMap<LandedObject, String> files = new TreeMap<>();
    files.put(version("orders/2026-11-20/a+ż %2B.csv", "v1"), HEADER + row("1", "10.00") + row("2", "20.50") + row("2", "20.50"));
    // Restated: order 1 costs more now, order 2 comes again as it was.
    files.put(version("orders/2026-11-20/a+ż %2B.csv", "v2"), HEADER + row("1", "11.00") + row("2", "20.50") + row("3", "n/a"));
    files.put(version("orders/other.csv", "v1"), "id,name\n1,not an order\n");
    return files;
  }

  private static LandedObject version(String key, String id) {
    return new LandedObject(ORDERS, BUCKET, key, id);
  }

  private static String row(String order, String amount) {
    return order + ",c" + order + "," + amount + ",EUR,2026-11-20T10:00:00Z\n";
  }
}
