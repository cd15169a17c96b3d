package sluice.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sluice.cli.installation.Installation;
import sluice.lake.RunId;
import sluice.lake.json.Json;
import sluice.lake.ledger.DynamoRunLedger;
import sluice.lake.ledger.RunRecord;
import sluice.local.world.Names;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Starts runs of the workflow and follows them to their end. */
final class Runs {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Installation here;
  private final SfnClient steps;
  private final DynamoRunLedger ledger;
  private final Clock clock;

  Runs(Installation here, Clock clock) {
    this.here = here;
    this.steps = here.client(SfnClient.builder());
    this.ledger = new DynamoRunLedger(here.client(DynamoDbClient.builder()), Names.LEDGER_TABLE);
    this.clock = clock;
  }

  /** A started run; its id is the execution's name. */
  record Started(RunId runId, String executionArn, Instant at) {}

  /** How a run ended. The record is absent only when the workflow could not even write it. */
  record Ended(Started started, ExecutionStatus status, Optional<RunRecord> record, String error, String cause, Duration took, History history) {}

  /** A person's run is named by its second and a drawn suffix, so that two people never share one. */
  static RunId name(Instant now, RandomGenerator random) {
    return new RunId(SECOND.format(now) + "-" + String.format("%04x", random.nextInt(0x10000)));
  }

  Started start(List<String> sources, RandomGenerator random) {
    Instant now = clock.instant();
    RunId name = name(now, random);
    String input = json(sources.isEmpty() ? Map.of() : Map.of("sources", sources));
    String arn = steps.startExecution(request -> request.stateMachineArn(here.address().arn("states", "stateMachine:" + Names.STATE_MACHINE))
        .name(name.value()).input(input)).executionArn();
    return new Started(name, arn, now);
  }

  /** A run that something else has started: its execution, as soon as there is one. */
  Optional<Started> find(RunId id) {
    String arn = here.address().arn("states", "execution:" + Names.STATE_MACHINE + ":" + id);
    try {
      return Optional.of(new Started(id, arn, steps.describeExecution(request -> request.executionArn(arn)).startDate()));
    } catch (ExecutionDoesNotExistException notYet) {
      return Optional.empty();
    }
  }

  Ended follow(Started started, Progress progress) throws InterruptedException {
    while (true) {
      DescribeExecutionResponse execution = steps.describeExecution(request -> request.executionArn(started.executionArn()));
      History history = History.read(steps, started.executionArn());
      progress.update(history);
      if (execution.status() != ExecutionStatus.RUNNING) {
        progress.end(history);
        return new Ended(started, execution.status(), ledger.find(started.runId()), execution.error(), execution.cause(),
            Duration.between(execution.startDate(), execution.stopDate()), history);
      }
      Thread.sleep(here.paced(POLL));
    }
  }

  /** Ends a run that nobody waits for any more. */
  void stop(Started started) {
    steps.stopExecution(request -> request.executionArn(started.executionArn()).error("Interrupted").cause("stopped from the command line"));
  }

  History history(String executionArn) {
    return History.read(steps, executionArn);
  }

  DynamoRunLedger ledger() {
    return ledger;
  }

  private static String json(Object value) {
    return Json.text(value);
  }
}
