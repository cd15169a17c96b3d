package sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.cli.installation.Installation;
import sluice.lake.json.Json;
import sluice.lake.problem.Problem;
import sluice.local.world.Names;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

@Command(name = "sweep", description = "Take in files of the landing bucket whose events were lost; on AWS a schedule does it.")
final class SweepCommand extends InstallationCommand {
  @Option(names = "--age", paramLabel = "DURATION", defaultValue = "PT0S",
      description = "Only files that have been there so long, as PT1H or PT10M (default ${DEFAULT-VALUE}).")
  Duration age;

  @Override
  Exit execute() throws Exception {
    try (Installation here = open()) {
      InvokeResponse answer = here.client(LambdaClient.builder()).invoke(call -> call.functionName(here.function(Names.SWEEP_FUNCTION))
          .payload(SdkBytes.fromUtf8String(Json.text(Json.MAPPER.createObjectNode().put("age", age.toString())))));
      JsonNode swept = Json.MAPPER.readTree(answer.payload().asByteArray());
      if (answer.functionError() != null) {
        throw new CommandException(Exit.NO, Problem.error("W090", "the sweep failed: " + swept.path("errorMessage").asText(swept.toString()))
            .next(here.logOf(Names.SWEEP_FUNCTION), here.command("sweep")));
      }
      tell(here, swept);
      return Exit.DONE;
    }
  }

  private void tell(Installation here, JsonNode swept) {
    if (json) {
      ObjectNode document = here.document("sweep");
      document.put("found", swept.path("found").asInt()).put("started", swept.path("started").asInt());
      console().answer(Document.text(document));
    } else {
      console().answer("%s Found %,d files without a run, started %,d runs".formatted(console().mark(Console.Mark.OK),
          swept.path("found").asInt(), swept.path("started").asInt()));
    }
  }
}
