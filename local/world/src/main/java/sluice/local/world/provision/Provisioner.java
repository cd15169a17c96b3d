package sluice.local.world.provision;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;
import sluice.lake.source.SourceSpec;
import sluice.lake.source.Sources;
import sluice.local.world.Aws;
import sluice.local.world.Names;
import sluice.local.world.Settings;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;

/** Makes an empty or an earlier local AWS ready for runs; doing it again changes nothing but what the checkout changed. */
public final class Provisioner {
  private static final String ROLE = "sluice";

  private Provisioner() {}

  public static void provision(Aws aws, Settings settings, Sites sites) throws IOException, InterruptedException {
    List<SourceSpec> sources = sources(settings);
    List<Contract> contracts = List.copyOf(Contracts.readAll(settings.project().contracts()).values());
    String role = role(aws);
    Storage.provision(aws);
    Catalog.provision(aws, role, contracts);
    Functions.provision(aws, role, settings, sites, sources);
    Events.provision(aws);
    BuildProject.provision(aws, role, settings.project().dbt().resolve("buildspec.yml"));
    Workflow.provision(aws, settings.project(), role, sites, sources);
  }

  /** What stacks that AWS would take need here beside: environment variables by function name, which run the jars of this checkout. */
  public static Map<String, Map<String, String>> laptopVariables(Settings settings, Sites sites) {
    return Functions.laptopVariables(settings, sites, sources(settings));
  }

  private static List<SourceSpec> sources(Settings settings) {
    return Sources.readAll(settings.project().extractors()).stream()
        .filter(source -> !settings.without().contains(source.source().value()))
        .toList();
  }

  private static String role(Aws aws) {
    try {
      aws.client(IamClient.builder()).createRole(request -> request.roleName(ROLE).assumeRolePolicyDocument("{}"));
    } catch (EntityAlreadyExistsException e) {
      // Kept from an earlier start of this world.
    }
    return "arn:aws:iam::" + Names.ACCOUNT + ":role/" + ROLE;
  }
}
