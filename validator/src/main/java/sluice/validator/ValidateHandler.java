package sluice.validator;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import sluice.lake.Buckets;
import sluice.lake.aws.AwsClients;
import sluice.lake.contract.Contracts;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.lambda.FunctionEnvironment;
import sluice.lake.lambda.JsonHandler;
import sluice.lake.ledger.DynamoVerdictLedger;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.store.ObjectStore;
import sluice.validator.file.Limits;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The function {@code sluice-validate}: one verdict for each object of a dataset. */
public final class ValidateHandler extends JsonHandler<ValidateEvent, ValidateAnswer> {
  // A large object takes minutes: what is left of a call must be enough for one that begins late.
  private static final double SHARE_FOR_BEGINNING = 0.4;

  private final Gate gate;

  /** Called by Lambda. */
  public ValidateHandler() {
    this(gate(new FunctionEnvironment(System.getenv())));
  }

  ValidateHandler(Gate gate) {
    super(ValidateEvent.class);
    this.gate = gate;
  }

  @Override
  protected ValidateAnswer handle(ValidateEvent event, Context context) throws IOException {
    long atFirst = context.getRemainingTimeInMillis();
    BooleanSupplier timeLeft = () -> context.getRemainingTimeInMillis() > atFirst * (1 - SHARE_FOR_BEGINNING);
    return gate.judge(event, timeLeft);
  }

  private static Gate gate(FunctionEnvironment environment) {
    ObjectStore store = FunctionEnvironment.store();
    Buckets buckets = environment.buckets();
    VerdictLedger ledger = new DynamoVerdictLedger(AwsClients.dynamoDb(), environment.ledgerTable());
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    LimitsFor limits = new LimitsFor(Limits.STANDARD, () -> salt(environment));
    EventLog log = new EventLog(System.out, Clock.systemUTC());
    Emf metrics = new Emf(System.out, Clock.systemUTC());
    return new Gate(store, buckets, ledger, Contracts::bundled, folder,
        new ObjectGate(store, buckets, ledger, limits, folder, Clock.systemUTC()), verdict -> {
          log(log, verdict);
          measure(metrics, verdict);
        });
  }

  private static String salt(FunctionEnvironment environment) {
    String name = environment.optional("SLUICE_PII_SALT_SECRET", "sluice/pii-salt");
    try (SecretsManagerClient secrets = SecretsManagerClient.builder().httpClient(AwsClients.http()).build()) {
      return secrets.getSecretValue(secret -> secret.secretId(name)).secretString();
    }
  }

  /** Objects that passed and failed, and rows that were refused, by dataset and by whether a file landed or a source was read. */
  static void measure(Emf metrics, ObjectVerdict verdict) {
    metrics.counted(new TreeMap<>(Map.of("dataset", verdict.dataset().value(), "source", verdict.origin() == null ? "extraction" : "landing")), new TreeMap<>(Map.of(
        "ValidationPassed", verdict.accepted() ? 1L : 0L,
        "ValidationFailed", verdict.accepted() ? 0L : 1L,
        "Quarantined", verdict.counts().quarantined())));
  }

  static void log(EventLog log, ObjectVerdict verdict) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("runId", verdict.judgedBy());
    said.put("dataset", verdict.dataset());
    said.put("sourceObject", verdict.object());
    said.put("read", verdict.counts().read());
    said.put("accepted", verdict.counts().accepted());
    said.put("quarantined", verdict.counts().quarantined());
    said.put("duplicates", verdict.counts().duplicates());
    if (!verdict.reasons().isEmpty()) {
      said.put("reasons", verdict.reasons());
    }
    if (verdict.replayId() != null) {
      said.put("replayId", verdict.replayId());
    }
    log.happened(verdict.accepted() ? EventName.OBJECT_ACCEPTED : EventName.OBJECT_QUARANTINED, said);
  }
}
