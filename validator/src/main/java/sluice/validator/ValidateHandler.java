package sluice.validator;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.Sleeper;
import sluice.lake.aws.AwsClients;
import sluice.lake.contract.Contracts;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.lambda.JsonHandler;
import sluice.lake.store.Backoff;
import sluice.lake.store.S3ObjectStore;

/** The function {@code sluice-validate}: one verdict for one part. */
public final class ValidateHandler extends JsonHandler<ValidateEvent, ValidateAnswer> {
  private final Gate gate;
  private final EventLog log;

  /** Called by Lambda. */
  public ValidateHandler() {
    this(
        new Gate(
            new S3ObjectStore(AwsClients.s3(), Backoff.standard(Sleeper.REAL)),
            Buckets.fromEnvironment(System.getenv()),
            Contracts::bundled,
            Path.of(System.getProperty("java.io.tmpdir"))),
        new EventLog(System.out, Clock.systemUTC()));
  }

  ValidateHandler(Gate gate, EventLog log) {
    super(ValidateEvent.class);
    this.gate = gate;
    this.log = log;
  }

  @Override
  protected ValidateAnswer handle(ValidateEvent event, Context context) throws IOException {
    ValidateAnswer answer =
        ValidateAnswer.of(event, gate.judge(event.run(), event.dataset(), event.manifest(), event.part()));
    Map<String, Object> said = new LinkedHashMap<>(Map.of(
        "runId", event.runId(), "dataset", event.dataset(), "sourceObject", answer.object(), "rows", answer.read()));
    if (answer.reason() != null) {
      said.put("reason", answer.reason());
    }
    log.happened(answer.reason() == null ? EventName.OBJECT_ACCEPTED : EventName.OBJECT_QUARANTINED, said);
    return answer;
  }
}
