package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.cli.installation.Installation;
import sluice.lake.contract.Contract;
import sluice.lake.json.Json;
import sluice.lake.ledger.DynamoVerdictLedger;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.problem.Problem;
import sluice.local.world.Names;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Command(name = "trace", description = "Follow a row back to the file, row and run that it came from, or an object to its verdicts.")
final class TraceCommand extends InstallationCommand {
  private static final int MOST_VERSIONS = 50;

  @Parameters(index = "0", paramLabel = "DATASET:KEY | OBJECT", description = {
      "A row by its dataset and key, the parts of a longer key joined by commas: nofluffjobs:java-dev-remote;",
      "or an object: its key in raw, or s3://landing-bucket/key."})
  String what;

  @Override
  Exit execute() throws Exception {
    boolean object = what.startsWith("s3://") || what.startsWith("raw/");
    Contract contract = new ProjectContracts(surroundings())
        .contract(object ? datasetOf(what) : what.substring(0, Math.max(0, what.indexOf(':'))));
    try (Installation here = open()) {
      List<ObjectVerdict> all = new DynamoVerdictLedger(here.client(DynamoDbClient.builder()), Names.LEDGER_TABLE)
          .inScope(new VerdictScope(contract.dataset(), Optional.empty()));
      List<Version> versions = object ? List.of() : versions(here, contract, what.substring(what.indexOf(':') + 1));
      List<ObjectVerdict> verdicts = all.stream().filter(verdict -> object ? isAbout(verdict, what)
          : versions.stream().anyMatch(version -> isAbout(verdict, version.object()))).toList();
      if (versions.isEmpty() && verdicts.isEmpty()) {
        throw new CommandException(Exit.NO, Problem.error("W080", "nothing is known of " + what)
            .expected(object ? "an object that the gate has judged" : "a key among the accepted rows of " + contract.dataset())
            .next(here.command("quarantine list"),
                here.command("query \"SELECT * FROM sluice_validated." + contract.dataset() + " LIMIT 5\"")));
      }
      if (json) {
        console().answer(Document.text(document(here, versions, verdicts)));
      } else {
        print(versions, verdicts);
      }
      return Exit.DONE;
    }
  }

  /** One accepted version of a row, the newest first. */
  private record Version(String object, String version, String row, String run, String startedAt, String contractVersion) {}

  private List<Version> versions(Installation here, Contract contract, String key) throws InterruptedException {
    List<String> parts = List.of(key.split(",", -1));
    if (parts.size() != contract.key().size()) {
      throw new CommandException(Exit.WRONG_INPUT, Problem.error("W081", "not a key of " + contract.dataset())
          .found(key).expected(String.join(",", contract.key())));
    }
    String where = IntStream.range(0, parts.size())
        .mapToObj(at -> '"' + contract.key().get(at) + "\" = '" + parts.get(at).replace("'", "''") + "'").collect(Collectors.joining(" and "));
    return new Athena(here).query("select _source_object, _source_version, _row_number, _run_id, _run_started_at, _contract_version from "
        + Names.VALIDATED_DATABASE + "." + contract.dataset() + " where " + where + " order by _run_started_at desc", MOST_VERSIONS).rows().stream()
        .map(row -> new Version(row.get(0), row.get(1) == null ? "" : row.get(1), row.get(2), row.get(3), row.get(4), row.get(5))).toList();
  }

  /** Rows know what people know: the landed file, or the raw object's URI. */
  private static boolean isAbout(ObjectVerdict verdict, String object) {
    return verdict.object().equals(object) || object.endsWith("/" + verdict.object())
        || verdict.origin() != null && (verdict.origin().equals(object) || verdict.origin().startsWith(object + "?versionId="));
  }

  private static String datasetOf(String object) {
    String[] parts = object.replaceFirst("^s3://[^/]+/", "").split("/");
    return parts[0].equals("raw") && parts.length > 1 ? parts[1] : parts[0];
  }

  private static ObjectNode document(Installation here, List<Version> versions, List<ObjectVerdict> verdicts) {
    ObjectNode document = here.document("trace");
    ArrayNode validated = document.putArray("validated");
    versions.forEach(version -> validated.addObject().put("object", version.object()).put("version", version.version()).put("row", version.row())
        .put("runId", version.run()).put("startedAt", version.startedAt()).put("contractVersion", version.contractVersion()));
    ArrayNode raw = document.putArray("objects");
    verdicts.forEach(verdict -> raw.add(Json.MAPPER.valueToTree(verdict)));
    return document;
  }

  private void print(List<Version> versions, List<ObjectVerdict> verdicts) {
    for (Version version : versions) {
      console().answer("row        " + version.row() + " of " + version.object() + (version.version().isEmpty() ? "" : ", version " + version.version()));
      console().answer("  run      " + version.run() + ", started " + version.startedAt() + ", contract " + version.contractVersion());
    }
    for (ObjectVerdict verdict : verdicts) {
      List<String> lines = new ArrayList<>(List.of("object     " + verdict.object()));
      if (verdict.origin() != null) {
        lines.add("  dropped  " + verdict.origin());
      }
      lines.add("  verdict  " + (verdict.accepted() ? "accepted" : "refused: " + verdict.reason()) + " by " + verdict.judgedBy() + ", contract " + verdict.contractVersion()
          + ": read " + verdict.counts().read() + " = " + verdict.counts().accepted() + " + " + verdict.counts().quarantined() + " + " + verdict.counts().duplicates());
      if (verdict.validated() != null) {
        lines.add("  rows     " + verdict.validated() + ", sha-256 " + verdict.validatedSha256().substring(0, 12) + "…");
      }
      if (verdict.refused() != null) {
        lines.add("  refused  " + verdict.refused());
      }
      lines.forEach(console()::answer);
    }
  }
}
