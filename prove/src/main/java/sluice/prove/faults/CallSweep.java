package sluice.prove.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import sluice.lake.store.FaultyCalls;
import sluice.lake.store.Injection;
import sluice.lake.store.SimulatedCrash;
import sluice.prove.job.JobWorld;
import sluice.prove.job.Outcome;
import sluice.prove.job.Promises;
import sluice.prove.job.Site;

/**
 * Lets every single call of the main job go wrong in every way that its caller can see, gives the same command again
 * without the fault, and compares with a twin that never failed.
 */
public final class CallSweep {
  /** A store that lies about a success cannot be seen by its writer; the gate finds it by the hash, and tests of its own say so. */
  private static final List<Injection> INJECTIONS =
      Arrays.stream(Injection.values()).filter(injection -> injection != Injection.SILENT_DAMAGE).toList();

  private final Path folder;
  private final Site site;

  /** {@code folder} is a local folder; worlds come and go in it. */
  public CallSweep(Path folder, Site site) {
    this.folder = folder;
    this.site = site;
  }

  public FaultReport sweep() throws IOException {
    try (JobWorld twin = new JobWorld(folder, site.endpoint())) {
      FaultyCalls counting = FaultyCalls.counting();
      twin.job(counting).run();
      Optional<String> wrong = new Promises(twin).brokenWhenJudged().or(() -> new Promises(twin).brokenForReaders());
      if (wrong.isPresent()) {
        return new FaultReport(counting.made().size(), 0, List.of(new Broken(0, "none", "", "", wrong.get())));
      }
      Outcome expected = Outcome.of(twin);
      List<String> calls = counting.made();
      List<Broken> broken = IntStream.rangeClosed(1, calls.size()).boxed().parallel()
          .flatMap(call -> INJECTIONS.stream().flatMap(injection -> broken(expected, calls.get(call - 1), call, injection).stream())).toList();
      return new FaultReport(calls.size(), calls.size() * INJECTIONS.size(), broken);
    }
  }

  private Optional<Broken> broken(Outcome expected, String call, int number, Injection injection) {
    String[] words = call.split(" ", 2);
    return afterwards(expected, number, injection).map(what ->
        new Broken(number, injection.name().toLowerCase(Locale.ROOT), words[0], words[1], what));
  }

  /** What is wrong after the fault and the second run; nothing where all is well. */
  private Optional<String> afterwards(Outcome expected, int number, Injection injection) {
    try (JobWorld world = new JobWorld(folder, site.endpoint())) {
      attempt(world, number, injection);
      Optional<String> broken = new Promises(world).brokenAtAnyMoment();
      if (broken.isPresent()) {
        return broken.map(what -> "right after the fault: " + what);
      }
      Map<String, String> rawBefore = Outcome.of(world).raw();
      world.job(FaultyCalls.counting()).run();
      Outcome outcome = Outcome.of(world);
      // The same bytes keep the same promises as the twin's; what no byte shows is asked again.
      return changed(rawBefore, outcome.raw()).or(() -> expected.differenceTo(outcome)).or(() -> new Promises(world).brokenForReaders());
    } catch (IOException | RuntimeException secondRunFailed) {
      return Optional.of("the same command again: " + secondRunFailed);
    }
  }

  private static void attempt(JobWorld world, int number, Injection injection) throws IOException {
    try {
      world.job(FaultyCalls.failing(number, injection)).run();
    } catch (SimulatedCrash | RuntimeException failedVisibly) {
      // What it left behind is judged, not how it ended.
    }
  }

  private static Optional<String> changed(Map<String, String> before, Map<String, String> after) {
    return before.entrySet().stream().filter(object -> !object.getValue().equals(after.get(object.getKey())))
        .map(object -> "raw changed: " + object.getKey()).findFirst();
  }
}
