package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.cli.installation.Installation;
import sluice.lake.Sleeper;
import sluice.lake.Zone;
import sluice.lake.contract.Contract;
import sluice.lake.ledger.DynamoVerdictLedger;
import sluice.lake.problem.Problem;
import sluice.lake.store.Backoff;
import sluice.lake.store.S3ObjectStore;
import sluice.lake.store.ScratchFolder;
import sluice.local.world.Names;
import sluice.repair.Finding;
import sluice.repair.Repair;
import sluice.repair.S3Replacing;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

@Command(name = "repair", description = "Compare what is stored of a dataset with its contract, and rewrite validated Parquet that deviates.")
final class RepairCommand extends InstallationCommand {
  @Parameters(index = "0", paramLabel = "DATASET", description = "A contract's name.")
  String dataset;

  @Option(names = "--dry-run", description = "Show what deviates and what would be rewritten; change nothing.")
  boolean dryRun;

  @Override
  Exit execute() throws Exception {
    Contract contract = new ProjectContracts(surroundings()).contract(dataset);
    try (Installation here = open()) {
      requireNoRun(here);
      List<Finding> findings = findings(here, contract);
      int catalogued = dryRun ? 0 : new PartitionCatalog(here.client(GlueClient.builder()), here.address().buckets()).refresh(contract.dataset(), rewritten(findings));
      if (json) {
        console().answer(Document.text(document(here, findings, catalogued)));
      } else {
        print(findings, catalogued);
      }
      return count(findings, Finding.Status.REPORTED) == 0 ? Exit.DONE : Exit.NO;
    }
  }

  /** A gate that runs beside would write what has just been looked at. */
  private static void requireNoRun(Installation here) {
    List<ExecutionListItem> running = here.client(SfnClient.builder()).listExecutions(list -> list
        .stateMachineArn(here.address().arn("states", "stateMachine:" + Names.STATE_MACHINE)).statusFilter(ExecutionStatus.RUNNING)).executions();
    if (!running.isEmpty()) {
      throw new CommandException(Exit.BUSY, Problem.error("W091", "a run is going on: " + running.getFirst().name())
          .expected("no run of the workflow while a dataset is repaired").next(here.command("runs"), "repair again when it has ended"));
    }
  }

  private List<Finding> findings(Installation here, Contract contract) throws IOException {
    S3Client s3 = here.client(S3Client.builder());
    try (ScratchFolder work = ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "sluice-repair")) {
      Repair repair = new Repair(new S3ObjectStore(s3, Backoff.standard(Sleeper.REAL)), here.address().buckets(),
          new DynamoVerdictLedger(here.client(DynamoDbClient.builder()), Names.LEDGER_TABLE), new S3Replacing(s3), work.path());
      return dryRun ? repair.look(contract) : repair.mend(contract);
    }
  }

  private static Set<String> rewritten(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.status() == Finding.Status.REWRITTEN).map(Finding::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private ObjectNode document(Installation here, List<Finding> findings, int catalogued) {
    ObjectNode document = here.document("repair").put("dataset", dataset).put("dryRun", dryRun);
    ObjectNode scanned = document.putObject("scanned");
    for (Zone zone : List.of(Zone.RAW, Zone.VALIDATED)) {
      scanned.put(zone.word(), findings.stream().filter(finding -> finding.zone() == zone).count());
    }
    ArrayNode objects = document.putArray("objects");
    for (Finding finding : findings) {
      ObjectNode object = objects.addObject().put("zone", finding.zone().word()).put("key", finding.key()).put("status", finding.status().name().toLowerCase(Locale.ROOT));
      finding.deviations().forEach(object.putArray("deviations")::add);
      if (finding.backup() != null) {
        object.put("backup", finding.backup());
      }
      if (finding.mend() != null) {
        object.put("mend", finding.mend());
      }
    }
    return document.put("catalogued", catalogued);
  }

  private void print(List<Finding> findings, int catalogued) {
    for (Finding finding : findings) {
      if (finding.status() == Finding.Status.GOOD) {
        continue;
      }
      console().answer(switch (finding.status()) {
        case REWRITTEN -> "rewritten  ";
        case DEVIATES -> "deviates   ";
        case REPORTED -> "reported   ";
        case GOOD -> "good       ";
      } + finding.key());
      finding.deviations().forEach(deviation -> console().answer("           " + deviation));
      if (finding.backup() != null) {
        console().answer("  backup   " + finding.backup());
      }
      if (finding.mend() != null) {
        console().answer("  mend     " + finding.mend());
      }
    }
    long reported = count(findings, Finding.Status.REPORTED);
    console().answer("%s %s of %s looked at: %s good, %s %s, %s reported%s".formatted(
        console().mark(reported == 0 ? Console.Mark.OK : Console.Mark.LOOK), Figures.counted(findings.size(), "object"), dataset,
        Figures.count(count(findings, Finding.Status.GOOD)),
        Figures.count(count(findings, dryRun ? Finding.Status.DEVIATES : Finding.Status.REWRITTEN)), dryRun ? "to be rewritten" : "rewritten",
        Figures.count(reported), dryRun ? "" : ", " + Figures.counted(catalogued, "partition") + " catalogued"));
    if (dryRun) {
      console().answer("Nothing was written.");
    }
  }

  private static long count(List<Finding> findings, Finding.Status status) {
    return findings.stream().filter(finding -> finding.status() == status).count();
  }
}
