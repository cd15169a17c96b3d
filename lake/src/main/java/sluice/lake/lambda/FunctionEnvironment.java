package sluice.lake.lambda;

import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.Sleeper;
import sluice.lake.aws.AwsClients;
import sluice.lake.store.Backoff;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.S3ObjectStore;

/** What the environment tells a function of the places it works in; a name that it lacks stops its start and is named. */
public record FunctionEnvironment(Map<String, String> variables) {
  public FunctionEnvironment {
    variables = Map.copyOf(variables);
  }

  public Buckets buckets() {
    return Buckets.fromEnvironment(variables);
  }

  public String ledgerTable() {
    return required("SLUICE_LEDGER_TABLE", "the name of the ledger's table");
  }

  public String stateMachineArn() {
    return required("SLUICE_STATE_MACHINE_ARN", "the workflow's ARN");
  }

  public String workGroup() {
    return required("SLUICE_ATHENA_WORKGROUP", "the name of Athena's workgroup");
  }

  /** A setting with a standard; blank counts as absent. */
  public String optional(String variable, String standard) {
    String value = variables.getOrDefault(variable, "");
    return value.isBlank() ? standard : value;
  }

  private String required(String variable, String what) {
    String value = optional(variable, "");
    if (value.isEmpty()) {
      throw new IllegalStateException("expected " + what + " in " + variable + ", found nothing");
    }
    return value;
  }

  /** S3 with the retries of every function. */
  public static ObjectStore store() {
    return new S3ObjectStore(AwsClients.s3(), Backoff.standard(Sleeper.REAL));
  }
}
