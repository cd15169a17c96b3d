package sluice.replay;

/**
 * How a replay goes about it.
 *
 * @param force objects are judged again even under the contract version that judged them
 * @param dryRun the plan is written beside the manifest and nothing is started
 * @param skipIfPublished objects that the current contract version has judged are left alone
 */
public record ReplayOptions(boolean force, boolean dryRun, boolean skipIfPublished) {
  public static final ReplayOptions STANDARD = new ReplayOptions(false, false, true);
}
