package sluice.cli.installation;

import java.time.Duration;
import java.util.Optional;
import sluice.cli.CommandException;
import sluice.cli.Exit;
import sluice.lake.aws.AwsClients;
import sluice.lake.problem.Problem;
import sluice.local.world.Address;
import sluice.local.world.Project;
import sluice.report.model.Place;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** An environment on AWS, with the credentials that AWS's usual chain finds: variables, profile, single sign-on, role. */
public final class AwsInstallation implements Installation {
  // Step Functions and Athena refuse those who ask several times a second.
  private static final int SLOWER = 10;

  private final Environment environment;
  private final SdkHttpClient http = AwsClients.http();

  private AwsInstallation(Environment environment) {
    this.environment = environment;
  }

  /** Nothing is read or written before it is certain that the credentials are those of the environment's account. */
  public static AwsInstallation open(Environment environment) {
    AwsInstallation installation = new AwsInstallation(environment);
    boolean right = false;
    try {
      installation.requireAccount();
      right = true;
      return installation;
    } finally {
      if (!right) {
        installation.close();
      }
    }
  }

  private void requireAccount() {
    String account = account();
    if (!account.equals(address().account())) {
      throw new CommandException(Exit.NOT_READY, Problem.error("W103", "these credentials belong to another account than " + name())
          .expected("account " + address().account()).found("account " + account)
          .safe("nothing was read or changed")
          .next("export AWS_PROFILE=<profile of that account>", "env | grep ^AWS_      shows what the credentials come from"));
    }
  }

  private String account() {
    requireCredentials();
    try (StsClient sts = client(StsClient.builder())) {
      return sts.getCallerIdentity().account();
    } catch (StsException refused) {
      throw unusable(Problem.error("W102", "AWS refuses the credentials").found(refused.awsErrorDetails().errorMessage()));
    } catch (SdkClientException unreachable) {
      throw new CommandException(Exit.NOT_READY, Problem.error("W105", "AWS cannot be reached").found(unreachable.getMessage())
          .safe("nothing was read or changed").next("look at the network, HTTPS_PROXY and AWS_ENDPOINT_URL"));
    }
  }

  private void requireCredentials() {
    try (DefaultCredentialsProvider chain = DefaultCredentialsProvider.builder().build()) {
      chain.resolveCredentials();
    } catch (SdkClientException none) {
      throw unusable(Problem.error("W101", "there are no AWS credentials").found("none in variables, a profile, single sign-on, a container or an instance"));
    }
  }

  private CommandException unusable(Problem problem) {
    return new CommandException(Exit.NOT_READY, problem.expected("credentials of account " + address().account() + " by AWS's usual chain")
        .next("aws sso login", "export AWS_PROFILE=<profile>", "aws sts get-caller-identity      shows whose they are"));
  }

  @Override
  public String name() {
    return environment.name();
  }

  @Override
  public Address address() {
    return environment.address();
  }

  @Override
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder.region(Region.of(address().region())).httpClient(http).build();
  }

  @Override
  public String function(String name) {
    return name + ":live";
  }

  @Override
  public Duration paced(Duration local) {
    return local.multipliedBy(SLOWER);
  }

  @Override
  public String logOf(String function) {
    return "aws logs tail /aws/lambda/" + function + " --since 30m --region " + address().region();
  }

  @Override
  public String command(String words) {
    return "./sluice " + words + " --env " + name();
  }

  /** AWS keeps everything. */
  @Override
  public void keep() {}

  @Override
  public Place place() {
    return new Place(name(), Optional.of("account " + address().account() + ", " + address().region()));
  }

  @Override
  public Optional<Project> checkout() {
    return Optional.empty();
  }

  @Override
  public void close() {
    http.close();
  }
}
