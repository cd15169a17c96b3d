package sluice.quarantine;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import sluice.lake.Buckets;
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
            new S3ObjectStore(
                S3Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .forcePathStyle(true)
                    .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
                    .build(),
                Backoff.standard(Thread::sleep)),
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
