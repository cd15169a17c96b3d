package sluice.cli.deploy;

import java.util.Locale;

/** Terraform's stacks, in the order in which they are applied. */
public enum Stack {
  FOUNDATION,
  CONTRACTS,
  COMPUTE;

  /** As its folder is called. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
