package sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.cli.installation.Installation;
import sluice.lake.RunId;
import sluice.lake.json.Json;
import sluice.lake.problem.Problem;
import sluice.lake.replay.ManifestAnswer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the dispatcher wrote beside one manifest, and beside no other. */
record ReplayAnswer(ManifestAnswer kind, JsonNode document) {
  private static final List<ManifestAnswer> FIRST = List.of(ManifestAnswer.REFUSED, ManifestAnswer.PLAN, ManifestAnswer.STARTED);
  private static final int WIDTH = 120;

  static Optional<ReplayAnswer> find(S3Client s3, String bucket, String manifest) throws IOException {
    List<String> keys = s3.listObjectsV2(list -> list.bucket(bucket).prefix(ManifestAnswer.prefix(manifest))).contents().stream()
        .map(S3Object::key).toList();
    for (ManifestAnswer kind : FIRST) {
      Optional<String> key = keys.stream().filter(kind::is).findFirst();
      if (key.isPresent()) {
        byte[] json = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key.get())).asByteArray();
        return Optional.of(new ReplayAnswer(kind, Json.MAPPER.readTree(json)));
      }
    }
    return Optional.empty();
  }

  /** The run that works on it; only a started one has it. */
  RunId execution() {
    return new RunId(document.path("execution").asText());
  }

  /** Why it was refused, as the dispatcher said it. */
  CommandException refusal() throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (JsonNode problem : document.path("problems")) {
      problems.add(Json.MAPPER.treeToValue(problem, Problem.class));
    }
    return new CommandException(Exit.WRONG_INPUT, problems);
  }

  ObjectNode plan(Installation here) {
    ObjectNode plan = here.document("replay-plan");
    document.properties().stream().filter(field -> !field.getKey().equals("format")).forEach(field -> plan.set(field.getKey(), field.getValue()));
    return plan;
  }

  void printPlan(Console console) {
    int judge = document.path("judge").asInt();
    console.answer("%s: %,d of %s would be judged under contract version %d, %,d skipped".formatted(document.path("replayId").asText(), judge,
        document.path("dataset").asText(), document.path("contractVersion").asInt(), document.path("skip").asInt()));
    Table table = new Table(List.of(new Table.Column("action", Table.Align.LEFT), new Table.Column("verdict now", Table.Align.LEFT),
        new Table.Column("object", Table.Align.LEFT), new Table.Column("why", Table.Align.LEFT)));
    for (JsonNode line : document.path("objects")) {
      table.row(List.of(line.path("action").asText(), line.path("verdictNow").asText(), line.path("object").asText(), line.path("why").asText("")));
    }
    if (!document.path("objects").isEmpty()) {
      table.lines(WIDTH).forEach(console::answer);
    }
    console.answer(judge == 0 ? "  nothing to judge: no run was started" : "  next    the same line without --dry-run");
  }
}
