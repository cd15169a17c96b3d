package sluice.local.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sluice.local.world.provision.Provisioner;
import sluice.local.world.provision.Sites;

/** The whole of AWS, the sample sites and the database on this machine, as one thing that is up or down. */
public final class World implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_GRACE = Duration.ofSeconds(20);

  private final Home home;
  private final WorldFile file;
  private final Aws aws;

  private World(Home home, WorldFile file) {
    this.home = home;
    this.file = file;
    this.aws = new Aws(URI.create(file.endpoint()));
  }

  /** Hears of each part as it becomes ready. */
  @FunctionalInterface
  public interface StartListener {
    void ready(String part, String detail, Duration took);
  }

  /** The running world, if there is one. */
  public static Optional<World> running(Home home) throws IOException {
    return WorldFile.running(home).map(file -> new World(home, file));
  }

  /** The world whose processes are known, also when some of them have died. */
  public static Optional<World> found(Home home) throws IOException {
    return WorldFile.read(home).map(file -> new World(home, file));
  }

  /** Makes buckets, functions and all else, in a local AWS that answers. */
  @FunctionalInterface
  interface Provisioning {
    void provision(Aws aws, Settings settings, Sites sites) throws IOException, InterruptedException;
  }

  /** Starts all parts at once and provisions while the slowest of them, Athena, still boots. */
  public static World start(Settings settings, Clock clock, StartListener listener) throws IOException, InterruptedException {
    return start(settings, Provisioner::provision, clock, listener);
  }

  static World start(Settings settings, Provisioning provisioning, Clock clock, StartListener listener) throws IOException, InterruptedException {
    Home home = settings.home();
    endLeftovers(home);
    Files.createDirectories(home.folder());
    List<ManagedProcess> started = new ArrayList<>();
    boolean complete = false;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Members members = new Members(settings);
      URI endpoint = local(Ports.familiarOrFree());
      URI athenaUrl = local(Ports.free());
      long begin = System.nanoTime();
      ManagedProcess ministack = start(started, members.ministack(endpoint.getPort(), athenaUrl), home);
      ManagedProcess athena = start(started, members.athena(athenaUrl.getPort(), endpoint), home);
      Optional<ManagedProcess> samples = settings.origin() instanceof Origin.Live
          ? Optional.empty()
          : Optional.of(start(started, members.sites(), home));
      WorldFile unfinished = describe(settings, clock, endpoint, athenaUrl, Sites.NONE, started);
      // Written before anything is ready: whoever comes after a kill finds the processes to end.
      unfinished.write(home);

      Future<Sites> sites = threads.submit(() -> samples.isEmpty() ? Sites.NONE : sites(samples.get(), listener, begin));
      Future<?> provisioned = threads.submit(() -> {
        ministack.awaitReady(START_LIMIT);
        listener.ready("AWS APIs", endpoint.toString(), since(begin));
        try (Aws aws = new Aws(endpoint)) {
          provisioning.provision(aws, settings, sites.get());
        }
        listener.ready("workflow", Names.arn("states", "stateMachine:" + Names.STATE_MACHINE), since(begin));
        return null;
      });
      Future<?> engine = threads.submit(() -> {
        athena.awaitReady(START_LIMIT);
        listener.ready("Athena", "workgroup " + Names.WORKGROUP + ", database " + Names.CURATED_DATABASE, since(begin));
        return null;
      });
      join(sites);
      join(provisioned);
      join(engine);
      WorldFile file = describe(settings, clock, endpoint, athenaUrl, join(sites), started);
      file.write(home);
      complete = true;
      return new World(home, file);
    } finally {
      if (!complete) {
        started.forEach(process -> ManagedProcess.stop(process.handle(), STOP_GRACE));
        Files.deleteIfExists(home.worldFile());
      }
    }
  }

  private static ManagedProcess start(List<ManagedProcess> started, ManagedProcess.Spec spec, Home home) throws IOException {
    ManagedProcess process = ManagedProcess.start(spec, home.logs());
    started.add(process);
    return process;
  }

  private static Sites sites(ManagedProcess process, StartListener listener, long begin) throws IOException, InterruptedException {
    Sites sites = Sites.of(Members.ready(process.awaitReady(START_LIMIT)));
    listener.ready("sample sites", sites.site().orElseThrow() + ", PostgreSQL on port " + sites.postgres().get("port"), since(begin));
    return sites;
  }

  private static WorldFile describe(Settings settings, Clock clock, URI endpoint, URI athena, Sites sites, List<ManagedProcess> started) {
    String data = switch (settings.origin()) {
      case Origin.Sample sample -> "sample seed " + sample.seed();
      case Origin.Recorded recorded -> recorded.folder().toString();
      case Origin.Live ignored -> "live sites";
    };
    return new WorldFile(settings.origin().worldName(), endpoint.toString(), athena.toString(),
        sites.site().map(URI::toString).orElse(null), sites.postgres(), data,
        started.stream().map(WorldFile.Member::of).toList(), clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static <T> T join(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** A start that was killed leaves processes behind: they are known by number and start time, and are ended first. */
  private static void endLeftovers(Home home) throws IOException {
    WorldFile.read(home).ifPresent(file -> end(file));
    Files.deleteIfExists(home.worldFile());
  }

  private static void end(WorldFile file) {
    for (WorldFile.Member member : file.members()) {
      member.alive().ifPresent(handle -> ManagedProcess.stop(handle, STOP_GRACE));
    }
  }

  public WorldFile file() {
    return file;
  }

  public Aws aws() {
    return aws;
  }

  /** Writes the emulator's memory to disk now, so that a later kill loses nothing that had ended before. */
  public void save() throws IOException, InterruptedException {
    post(URI.create(file.endpoint() + "/_sluice/save"));
  }

  /** Stops or starts the sample database, to see what a run does without it. */
  public void database(Switch position) throws IOException, InterruptedException {
    if (file.site() == null) {
      throw new IllegalStateException("this world works with the live sites and has no sample database");
    }
    post(URI.create(file.site() + "/control/postgres/" + (position == Switch.ON ? "start" : "stop")));
  }

  /** What a part can be told to be. */
  public enum Switch {
    ON,
    OFF
  }

  private static void post(URI uri) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(
          HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).POST(HttpRequest.BodyPublishers.noBody()).build(),
          HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IOException("POST " + uri + " answered " + response.statusCode() + ": " + response.body());
      }
    }
  }

  /** Ends every process of the world; state that was saved stays. */
  public void stop() throws IOException {
    end(file);
    Files.deleteIfExists(home.worldFile());
  }

  @Override
  public void close() {
    aws.close();
  }
}
