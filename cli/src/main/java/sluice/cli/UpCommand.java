package sluice.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.lake.Zone;
import sluice.local.world.Aws;
import sluice.local.world.Names;
import sluice.local.world.World;
import sluice.local.world.WorldFile;

@Command(name = "up", description = "Start the local world and leave it running.")
final class UpCommand extends Invocation {
  @Option(names = "--data", paramLabel = "FOLDER", description = "Use rows recorded in this folder instead of generated ones.")
  Path data;

  @Option(names = "--seed", paramLabel = "N", description = "Generate other sample rows (default 7).")
  Long seed;

  @Option(names = "--without", paramLabel = "SOURCE", description = "Leave a source out.")
  Set<String> without = Set.of();

  @Option(names = "--export", description = "Print shell lines that point the AWS command line at the world.")
  boolean export;

  @Override
  Exit execute() throws Exception {
    WorldSession session = new WorldSession(surroundings(), console());
    try (World world = open(session)) {
      if (export) {
        exports(world.file()).forEach(console()::answer);
      } else if (json) {
        console().answer(Document.text(document(world.file())));
      } else {
        console().answer(console().mark(Console.Mark.OK) + " Up since " + world.file().since() + ": " + world.file().endpoint() + ", " + world.file().data());
        console().answer("  next   eval \"$(./sluice up --export)\"     point the AWS command line at it");
        console().answer("         ./sluice run                       run the pipeline");
        console().answer("         ./sluice down                      stop it");
      }
    }
    return Exit.DONE;
  }

  private World open(WorldSession session) throws Exception {
    if (data == null && seed == null) {
      return session.open();
    }
    var origin = Origins.chosen(data, seed);
    var running = World.running(surroundings().home());
    if (running.isEmpty()) {
      return session.startAndLeaveUp(origin, without);
    }
    if (!running.get().file().name().equals(origin.worldName())) {
      throw new CommandException(Exit.BUSY, sluice.lake.problem.Problem.error("W021", "a world with other data is up since " + running.get().file().since())
          .found(running.get().file().data())
          .expected(Origins.text(origin))
          .next("./sluice down", "then run the same command again"));
    }
    return running.get();
  }

  private static java.util.List<String> exports(WorldFile file) {
    return java.util.List.of(
        "export AWS_ENDPOINT_URL=" + file.endpoint(),
        "export AWS_REGION=" + Names.REGION,
        "export AWS_DEFAULT_REGION=" + Names.REGION,
        "export AWS_ACCESS_KEY_ID=" + Aws.ACCESS_KEY,
        "export AWS_SECRET_ACCESS_KEY=" + Aws.SECRET_KEY);
  }

  private static ObjectNode document(WorldFile file) {
    ObjectNode document = Document.of("up");
    document.put("endpoint", file.endpoint());
    document.put("region", Names.REGION);
    ObjectNode buckets = document.putObject("buckets");
    for (Zone zone : Zone.values()) {
      buckets.put(zone.word(), Names.bucket(zone));
    }
    document.put("stateMachineArn", Names.arn("states", "stateMachine:" + Names.STATE_MACHINE));
    document.put("glueDatabase", Names.CURATED_DATABASE);
    document.put("validatedDatabase", Names.VALIDATED_DATABASE);
    document.put("workgroup", Names.WORKGROUP);
    if (file.site() != null) {
      ObjectNode postgres = document.putObject("postgres");
      file.postgres().forEach(postgres::put);
      document.putObject("sites").put("base", file.site());
    }
    document.put("data", file.data());
    ObjectNode processes = document.putObject("pids");
    file.members().forEach(member -> processes.put(member.name(), member.pid()));
    document.put("since", file.since());
    return document;
  }
}
