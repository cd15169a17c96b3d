package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.cli.audit.Audit;
import sluice.cli.installation.Installation;
import sluice.lake.Sleeper;
import sluice.lake.Zone;
import sluice.lake.contract.Contracts;
import sluice.lake.json.Json;
import sluice.lake.ledger.DynamoVerdictLedger;
import sluice.lake.ledger.RunRecord;
import sluice.lake.store.Backoff;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.S3ObjectStore;
import sluice.local.world.Names;
import sluice.replay.ReplayPlan;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

@Command(name = "audit", description = "Count a run again from the stores: exit 1 when a row has no verdict or an object has changed.")
final class AuditCommand extends InstallationCommand {
  @Parameters(index = "0", paramLabel = "RUN", description = "Its id, a unique beginning of it, latest, latest~1.")
  String run;

  @Override
  Exit execute() throws Exception {
    try (Installation here = open()) {
      RunRecord record = new RunReference(run).resolve(new Runs(here, surroundings().clock()).ledger(), here.command("runs"));
      Audit.Finding finding = finding(record, here);
      if (json) {
        console().answer(Document.text(document(here, record, finding)));
      } else {
        print(record, finding);
      }
      return finding.conserved() ? Exit.DONE : Exit.NO;
    }
  }

  private Audit.Finding finding(RunRecord record, Installation here) throws IOException {
    ObjectStore store = new S3ObjectStore(here.client(S3Client.builder()), Backoff.standard(Sleeper.REAL));
    Audit audit = new Audit(store, here.address().buckets(), new DynamoVerdictLedger(here.client(DynamoDbClient.builder()), Names.LEDGER_TABLE));
    if (record.replayId() == null) {
      return audit.of(record.runId(), List.copyOf(Contracts.readAll(surroundings().project().contracts()).keySet()));
    }
    ObjectRef plan = new ObjectRef(here.address().bucket(Zone.REPLAY), ReplayPlan.key(record.replayId()));
    try (InputStream in = store.open(plan)) {
      return audit.of(record.runId(), ReplayPlan.fromJson(in.readAllBytes(), plan.uri()));
    }
  }

  private static ObjectNode document(Installation here, RunRecord record, Audit.Finding finding) {
    ObjectNode document = here.document("audit");
    document.put("runId", record.runId().value()).put("conserved", finding.conserved());
    ArrayNode datasets = document.putArray("datasets");
    finding.datasets().forEach((dataset, counts) -> datasets.addObject().put("dataset", dataset.value()).put("read", counts.read())
        .put("accepted", counts.accepted()).put("quarantined", counts.quarantined()).put("duplicates", counts.duplicates()));
    ArrayNode objects = document.putArray("objects");
    finding.objects().forEach(verdict -> objects.add(Json.MAPPER.valueToTree(verdict)));
    finding.breaks().forEach(document.putArray("breaks")::add);
    return document;
  }

  private void print(RunRecord record, Audit.Finding finding) {
    console().answer("Conservation for " + record.runId() + ", counted from the stores, not from logs");
    Table table = new Table(List.of(new Table.Column("dataset", Table.Align.LEFT), new Table.Column("read", Table.Align.RIGHT),
        new Table.Column("= accepted", Table.Align.RIGHT), new Table.Column("+ quarantined", Table.Align.RIGHT), new Table.Column("+ duplicates", Table.Align.RIGHT)));
    finding.datasets().forEach((dataset, counts) -> table.row(List.of(dataset.value(), Figures.count(counts.read()), Figures.count(counts.accepted()),
        Figures.count(counts.quarantined()), Figures.count(counts.duplicates()))));
    table.lines(120).forEach(console()::answer);
    if (finding.conserved()) {
      console().answer(console().mark(Console.Mark.OK) + " Every one of " + Figures.count(finding.objects().size())
          + " objects has its verdict, its bytes and its rows");
    }
    finding.breaks().forEach(text -> console().answer(console().mark(Console.Mark.FAILED) + " " + text));
  }
}
