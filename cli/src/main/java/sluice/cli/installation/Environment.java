package sluice.cli.installation;

import sluice.local.world.Address;

/**
 * An installation on AWS, as its file in {@code infra-terraform/environments} describes it.
 *
 * @param name the file's name, and what people call it
 * @param stateBucket holds Terraform's state
 * @param dataIsDisposable whether what holds data may be destroyed: {@code force_destroy} of stack foundation
 */
public record Environment(String name, Address address, String stateBucket, boolean dataIsDisposable) {

  /** For the first line of a command: {@code prod · account 123456789012, eu-central-1}. */
  public String place() {
    return name + " · account " + address.account() + ", " + address.region();
  }
}
