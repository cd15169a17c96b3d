package sluice.cli;

import java.io.IOException;
import picocli.CommandLine.Option;
import sluice.cli.installation.AwsInstallation;
import sluice.cli.installation.Environment;
import sluice.cli.installation.Environments;
import sluice.cli.installation.Installation;
import sluice.cli.installation.LocalInstallation;

/** A command that works in the local world, or with --env in an environment on AWS, and is the same in both. */
abstract class InstallationCommand extends Invocation {
  @Option(names = "--env", paramLabel = "NAME", defaultValue = LocalInstallation.NAME,
      description = "Work in this environment on AWS, a file in infra-terraform/environments (default: the local world).")
  String env;

  /** A local world that is down is started; an environment is only entered by credentials of its account. */
  final Installation open() throws IOException, InterruptedException {
    if (env.equals(LocalInstallation.NAME)) {
      return new LocalInstallation(new WorldSession(surroundings(), console()).open(), surroundings().project());
    }
    Environment environment = new Environments(surroundings()).read(env);
    console().journey(environment.place());
    return AwsInstallation.open(environment);
  }
}
