package sluice.local.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import sluice.lake.json.Json;
import sluice.local.world.provision.Provisioner;

/**
 * {@code WorldMain ROOT HOME provisioned|empty}: a world on sample data that ends with its standard input; an empty one waits for stacks
 * to be applied. Once it is up it prints {@code READY {"endpoint", "postgres": {…}, "functions": {name: {variable: value}}}}: what stacks
 * must be told to work here.
 */
public final class WorldMain {
  private static final long SEED = 7;

  private WorldMain() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    Tools tools = Tools.fromEnvironment(System.getenv());
    Set<String> without = tools.chromium().isPresent() ? Set.of() : Set.of("devitjobs");
    Settings settings = new Settings(new Project(Path.of(words[0])), new Home(Path.of(words[1])), tools, new Origin.Sample(SEED),
        ManagedProcess.Tether.LIFELINE, without);
    boolean provisioned = switch (words[2]) {
      case "provisioned" -> true;
      case "empty" -> false;
      default -> throw new IllegalArgumentException("expected provisioned or empty, found " + words[2]);
    };
    ObjectNode ready = Json.MAPPER.createObjectNode();
    try (World world = World.start(settings, (aws, its, sites) -> {
      if (provisioned) {
        Provisioner.provision(aws, its, sites);
      }
      ready.put("endpoint", aws.endpoint().toString());
      ready.set("postgres", Json.MAPPER.valueToTree(sites.postgres()));
      ready.set("functions", Json.MAPPER.valueToTree(Provisioner.laptopVariables(its, sites)));
    }, Clock.systemUTC(), (part, detail, took) -> { })) {
      System.out.println("READY " + ready);
      System.in.transferTo(OutputStream.nullOutputStream());
      world.stop();
    }
  }
}
