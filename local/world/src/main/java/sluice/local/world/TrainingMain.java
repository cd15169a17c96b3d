package sluice.local.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code TrainingMain ROOT FOLDER}: leaves the functions' ahead-of-time caches in the folder; its world lies under it and can go. */
public final class TrainingMain {
  private static final long SEED = 7;

  private TrainingMain() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(words[1]).toAbsolutePath());
    Map<String, String> environment = System.getenv();
    Tools found = Tools.fromEnvironment(environment);
    Tools tools = new Tools(found.java(), found.chromium(), Optional.empty(), Optional.of(new FunctionCaches(folder, FunctionCaches.Mode.MAKE)));
    Set<String> without = found.chromium().isPresent() ? Set.of() : Set.of("devitjobs");
    new Training(new Settings(new Project(Path.of(words[0])), new Home(folder.resolve("world")), tools, new Origin.Sample(SEED),
        ManagedProcess.Tether.LIFELINE, without)).run();
  }
}
