package sluice.local.world;

import java.util.Locale;
import sluice.lake.Zone;
import sluice.lake.DatasetName;

/** What every resource of a Sluice installation is called, and where the local world's are; a name is a pure function of the noun it stands for. */
public final class Names {
  public static final String REGION = "eu-central-1";
  public static final String ACCOUNT = "000000000000";
  public static final String VALIDATED_DATABASE = "sluice_validated";
  public static final String CURATED_DATABASE = "sluice_curated";
  public static final String BLUE_DATABASE = "sluice_blue";
  public static final String GREEN_DATABASE = "sluice_green";
  public static final String QUARANTINE_DATABASE = "sluice_quarantine";
  public static final String DQ_DATABASE = "sluice_dq";
  public static final String DISPATCH_REPLAY_FUNCTION = "sluice-dispatch-replay";
  public static final String INTAKE_FUNCTION = "sluice-intake";
  public static final String SWEEP_FUNCTION = "sluice-sweep";
  public static final String LANDED_QUEUE = "sluice-landed";
  public static final String LANDED_DEAD_QUEUE = "sluice-landed-dead";
  public static final String CRAWLER = "sluice-validated";
  public static final String WORKGROUP = "sluice";
  public static final String LEDGER_TABLE = "sluice-ledger";
  public static final String NOTICES_TOPIC = "sluice-notices";
  public static final String NOTICES_QUEUE = "sluice-notices-inbox";
  public static final String BUILD_PROJECT = "sluice-dbt";
  public static final String PII_SALT_SECRET = "sluice/pii-salt";
  public static final String STATE_MACHINE = "sluice";

  private Names() {}

  public static String bucket(Zone zone) {
    return Address.LOCAL.bucket(zone);
  }

  /** Function names take hyphens where dataset names take underscores, as Lambda users expect. */
  public static String extractor(DatasetName source) {
    return "sluice-extract-" + source.value().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  public static String secret(DatasetName source) {
    return "sluice/" + source.value();
  }

  public static String arn(String service, String resource) {
    return Address.LOCAL.arn(service, resource);
  }
}
