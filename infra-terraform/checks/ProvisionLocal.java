import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import sluice.local.world.Aws;
import sluice.local.world.Home;
import sluice.local.world.ManagedProcess;
import sluice.local.world.Origin;
import sluice.local.world.Project;
import sluice.local.world.Settings;
import sluice.local.world.Tools;
import sluice.local.world.provision.Provisioner;
import sluice.local.world.provision.Sites;

/** Provisions an empty local AWS as {@code ./sluice up} does, with nothing running behind it: ENDPOINT CHECKOUT FOLDER. */
final class ProvisionLocal {
  public static void main(String[] arguments) throws Exception {
    Settings settings = new Settings(
        new Project(Path.of(arguments[1])),
        new Home(Path.of(arguments[2])),
        new Tools(Path.of(System.getProperty("java.home"), "bin", "java"), Optional.empty(), Optional.empty(), Optional.empty()),
        new Origin.Live(),
        ManagedProcess.Tether.LIFELINE,
        Set.of());
    try (Aws aws = new Aws(URI.create(arguments[0]))) {
      Provisioner.provision(aws, settings, Sites.NONE);
    }
  }
}
