package sluice.cli.installation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import sluice.local.world.Address;
import sluice.local.world.Project;
import sluice.local.world.World;
import sluice.report.model.Place;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/** The local world of this machine. */
public record LocalInstallation(World world, Project project) implements Installation {
  public static final String NAME = "local";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Address address() {
    return Address.LOCAL;
  }

  @Override
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return world.aws().client(builder);
  }

  @Override
  public String function(String name) {
    return name;
  }

  @Override
  public Duration paced(Duration local) {
    return local;
  }

  @Override
  public String logOf(String function) {
    return "look into .sluice/logs/ministack.log";
  }

  @Override
  public String command(String words) {
    return "./sluice " + words;
  }

  @Override
  public void keep() throws IOException, InterruptedException {
    world.save();
  }

  /** Pages are passed on, and nobody else has the folder of recorded rows. */
  @Override
  public Place place() {
    String data = world.file().data();
    return new Place("local world", Optional.of(Path.of(data).isAbsolute() ? "recorded rows" : data));
  }

  @Override
  public Optional<Project> checkout() {
    return Optional.of(project);
  }

  @Override
  public void close() {
    world.close();
  }
}
