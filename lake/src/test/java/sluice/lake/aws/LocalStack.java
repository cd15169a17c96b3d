package sluice.lake.aws;

import java.util.Optional;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container of its own. */
final class LocalStack extends LocalAwsExtension {
  /** The last release that asks for no account. */
  static final DockerImageName IMAGE = DockerImageName
      .parse("localstack/localstack:4.14.0@sha256:3ebc37595918b8accb852f8048fef2aff047d465167edd655528065b07bc364a")
      .asCompatibleSubstituteFor("localstack/localstack");

  private final DockerEngine engine;

  /** Called by JUnit. */
  LocalStack() {
    this(DockerEngine.ofThisMachine());
  }

  LocalStack(DockerEngine engine) {
    this.engine = engine;
  }

  @Override
  Optional<String> absence() {
    return engine.silence().map(why -> "no LocalStack to ask: " + why);
  }

  @Override
  Running start() {
    LocalStackContainer container = new LocalStackContainer(IMAGE)
        .withServices("s3", "dynamodb", "sqs", "secretsmanager")
        // Without the engine's socket, which only services that start containers need: whoever holds it rules the machine.
        .withCreateContainerCmdModifier(create -> create.getHostConfig().withBinds());
    container.start();
    return new Container(container);
  }

  private record Container(LocalStackContainer container) implements Running {
    @Override
    public LocalAws aws() {
      return new LocalAws(container.getEndpoint());
    }

    @Override
    public void close() {
      container.stop();
    }
  }
}
