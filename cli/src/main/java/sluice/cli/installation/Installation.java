package sluice.cli.installation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import sluice.cli.Document;
import sluice.local.world.Address;
import sluice.local.world.Project;
import sluice.report.model.Place;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/** What a command works with, wherever it is: the clients and the names of the local world, or of an environment on AWS. */
public interface Installation extends AutoCloseable {
  /** What people call it: {@code local}, {@code prod}. */
  String name();

  Address address();

  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder);

  /** What a function is called by: on AWS through the alias of its live version. */
  String function(String name);

  /** How long to wait here where this long is right on a laptop: AWS works longer, and throttles those who ask often. */
  Duration paced(Duration local);

  /** What to type to see what a function logged. */
  String logOf(String function);

  /** What to type for another command here: {@code ./sluice runs --env prod}. */
  String command(String words);

  /** Makes sure that nothing of a run that has ended can be lost with this machine. */
  void keep() throws IOException, InterruptedException;

  /** As a report names it. */
  Place place();

  /** What it runs, where that is this checkout: an environment runs what was deployed, which may be another commit. */
  Optional<Project> checkout();

  /** The beginning of the document that a command with {@code --json} prints. */
  default ObjectNode document(String kind) {
    return Document.of(kind, name());
  }

  @Override
  void close();
}
