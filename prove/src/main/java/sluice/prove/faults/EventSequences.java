package sluice.prove.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import sluice.lake.landing.LandedObject;
import sluice.lake.store.FaultyCalls;
import sluice.prove.job.Drops;
import sluice.prove.job.JobWorld;
import sluice.prove.job.MainJob;
import sluice.prove.job.Site;

/** Brings each event once, twice and five times, in every kind of order: the rows let in are those of a twin that had each once. */
public final class EventSequences {
  private static final int[] DELIVERIES = {1, 2, 5};
  /** So many events come in one call of the intake, so that repeated ones meet other company each time. */
  private static final int BURST = 2;

  private final Path folder;
  private final Site site;

  /** {@code folder} is a local folder; worlds come and go in it. */
  public EventSequences(Path folder, Site site) {
    this.folder = folder;
    this.site = site;
  }

  private enum Order {
    AS_DROPPED,
    REVERSED,
    SHUFFLED;

    List<LandedObject> of(List<LandedObject> events) {
      List<LandedObject> ordered = new ArrayList<>(events);
      switch (this) {
        case AS_DROPPED -> { }
        case REVERSED -> Collections.reverse(ordered);
        case SHUFFLED -> Collections.shuffle(ordered, new Random(events.size()));
      }
      return ordered;
    }
  }

  public FaultReport sweep() throws IOException {
    Judged expected = judged(Drops.all());
    List<Broken> broken = new ArrayList<>();
    int runs = 0;
    for (int times : DELIVERIES) {
      for (Order order : Order.values()) {
        runs++;
        List<LandedObject> events = order.of(Collections.nCopies(times, Drops.all()).stream().flatMap(List::stream).toList());
        String fault = "delivered_" + times + "_" + order.name().toLowerCase(Locale.ROOT);
        expected.differenceTo(judged(events)).ifPresent(what -> broken.add(new Broken(0, fault, "deliver", "", what)));
      }
    }
    return new FaultReport(0, runs, broken);
  }

  /** All events in bursts, each followed by the runs that there are then, some of them for the second time. */
  private Judged judged(List<LandedObject> events) throws IOException {
    try (JobWorld world = new JobWorld(folder, site.endpoint())) {
      MainJob job = world.job(FaultyCalls.counting());
      for (int from = 0; from < events.size(); from += BURST) {
        job.deliver(events.subList(from, Math.min(events.size(), from + BURST)));
        job.judgeAllDrops();
      }
      return Judged.in(world);
    }
  }
}
