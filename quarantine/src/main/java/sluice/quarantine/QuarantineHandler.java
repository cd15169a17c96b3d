package sluice.quarantine;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Clock;
import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.Sleeper;
import sluice.lake.aws.AwsClients;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.lambda.JsonHandler;
import sluice.lake.store.Backoff;
import sluice.lake.store.S3ObjectStore;

/** The function {@code sluice-quarantine}: puts one refused object aside. */
public final class QuarantineHandler extends JsonHandler<QuarantineEvent, QuarantineAnswer> {
  private final Quarantine quarantine;
  private final EventLog log;

  /** Called by Lambda. */
  public QuarantineHandler() {
    this(
        new Quarantine(
            new S3ObjectStore(AwsClients.s3(), Backoff.standard(Sleeper.REAL)),
            Buckets.fromEnvironment(System.getenv())),
        new EventLog(System.out, Clock.systemUTC()));
  }

  QuarantineHandler(Quarantine quarantine, EventLog log) {
    super(QuarantineEvent.class);
    this.quarantine = quarantine;
    this.log = log;
  }

  @Override
  protected QuarantineAnswer handle(QuarantineEvent event, Context context) {
    QuarantineAnswer kept = quarantine.keep(event);
    log.happened(EventName.OBJECT_COPIED_TO_QUARANTINE, Map.of(
        "runId", event.runId(), "dataset", event.dataset(), "sourceObject", event.object(), "reason", event.reason(),
        "quarantineKey", kept.quarantineKey()));
    return kept;
  }
}
