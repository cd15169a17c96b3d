package sluice.prove.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sluice.lake.store.FaultyCalls;
import sluice.prove.job.Drops;
import sluice.prove.job.JobWorld;
import sluice.prove.job.MainJob;
import sluice.prove.job.Site;

/** Replays everything, in earnest and by force, at moments that tempt it to let rows in twice. */
public final class ReplaySequences {
  private final Path folder;
  private final Site site;

  /** {@code folder} is a local folder; worlds come and go in it. */
  public ReplaySequences(Path folder, Site site) {
    this.folder = folder;
    this.site = site;
  }

  private enum Moment {
    NEVER,
    AFTER_THE_ORIGINAL,
    DROPPED_TWICE,
    WHILE_THE_ORIGINAL_RUNS
  }

  public FaultReport sweep() throws IOException {
    Judged expected = judged(Moment.NEVER);
    List<Broken> broken = new ArrayList<>();
    int runs = 0;
    for (Moment moment : Moment.values()) {
      runs++;
      expected.differenceTo(judged(moment)).ifPresent(
          what -> broken.add(new Broken(0, "replay_" + moment.name().toLowerCase(Locale.ROOT), "replay", "", what)));
    }
    return new FaultReport(0, runs, broken);
  }

  private Judged judged(Moment moment) throws IOException {
    try (JobWorld world = new JobWorld(folder, site.endpoint())) {
      MainJob job = world.job(FaultyCalls.counting());
      job.deliver(Drops.all());
      if (moment == Moment.WHILE_THE_ORIGINAL_RUNS) {
        job.receiveAllDrops();
        job.replay();
      }
      job.judgeAllDrops();
      if (moment == Moment.AFTER_THE_ORIGINAL || moment == Moment.DROPPED_TWICE) {
        job.replay();
      }
      if (moment == Moment.DROPPED_TWICE) {
        job.replay();
      }
      return Judged.in(world);
    }
  }
}
