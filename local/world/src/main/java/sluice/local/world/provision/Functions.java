package sluice.local.world.provision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sluice.lake.Zone;
import sluice.lake.source.SourceSpec;
import sluice.local.world.Aws;
import sluice.local.world.Names;
import sluice.local.world.Settings;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** One Lambda function per source and per stage, each with its own environment, running the jar that AWS would get. */
final class Functions {
  private static final String KIT_HANDLER = "sluice.extractors.kit.ExtractHandler::handleRequest";
  private static final String BROWSER_HANDLER = "sluice.extractors.devitjobs.DevItJobsHandler::handleRequest";

  private final Settings settings;
  private final Sites sites;

  private Functions(Settings settings, Sites sites) {
    this.settings = settings;
    this.sites = sites;
  }

  /** A function: which jar, which handler, how large, and what a laptop adds to the environment that AWS gives it too. */
  private record Function(String name, Path jar, String handler, int memoryMegabytes, int timeoutSeconds, Map<String, String> laptop) {}

  static void provision(Aws aws, String role, Settings settings, Sites sites, List<SourceSpec> sources) {
    LambdaClient lambda = aws.client(LambdaClient.builder());
    new Functions(settings, sites).all(sources).forEach(function -> create(lambda, role, function));
  }

  /** What only a laptop adds to a function's environment, by the function's name: the jar to run, where the sample sites are, the browser. */
  static Map<String, Map<String, String>> laptopVariables(Settings settings, Sites sites, List<SourceSpec> sources) {
    Map<String, Map<String, String>> variables = new LinkedHashMap<>();
    new Functions(settings, sites).all(sources).forEach(function -> variables.put(function.name(), function.laptop()));
    return variables;
  }

  private List<Function> all(List<SourceSpec> sources) {
    return Stream.concat(sources.stream().map(this::extractor), Stream.of(Stage.values()).map(this::stage)).toList();
  }

  /** The stages behind the extractors; name, room and handler say the same noun. */
  enum Stage {
    VALIDATE("sluice-validate", "validator", "sluice.validator.ValidateHandler"),
    INTAKE(Names.INTAKE_FUNCTION, "intake", "sluice.intake.IntakeHandler"),
    SWEEP(Names.SWEEP_FUNCTION, "intake", "sluice.intake.SweepHandler"),
    RECEIVE("sluice-receive", "intake", "sluice.intake.ReceiveHandler"),
    DISPATCH_REPLAY(Names.DISPATCH_REPLAY_FUNCTION, "replay-dispatcher", "sluice.replay.DispatchHandler"),
    CHECK_RULES("sluice-check-rules", "quality", "sluice.quality.CheckRulesHandler"),
    CHECK_QUALITY("sluice-check-quality", "quality", "sluice.quality.CheckQualityHandler"),
    PREPARE_BUILD("sluice-prepare-build", "publisher", "sluice.publisher.PrepareBuildHandler"),
    PUBLISH("sluice-publish", "publisher", "sluice.publisher.PublishHandler"),
    RECORD_RUN("sluice-record-run", "publisher", "sluice.publisher.RecordRunHandler");

    final String function;
    final String room;
    final String handler;

    Stage(String function, String room, String handler) {
      this.function = function;
      this.room = room;
      this.handler = handler + "::handleRequest";
    }

    String arn() {
      return Names.arn("lambda", "function:" + function);
    }
  }

  private Function stage(Stage stage) {
    Path jar = settings.project().lambdaJar(stage.room, stage.room);
    return new Function(stage.function, jar, stage.handler, 512, 300, run(jar));
  }

  private Function extractor(SourceSpec source) {
    boolean browser = switch (source.kind()) {
      case BROWSER -> true;
      case REST, JDBC -> false;
    };
    Path jar = browser
        ? settings.project().lambdaJar("extractors/devitjobs", "extractors-devitjobs")
        : settings.project().lambdaJar("extractors/kit", "extractors-kit");
    Map<String, String> environment = run(jar);
    sites.baseUrl(source).ifPresent(url -> {
      environment.put("SLUICE_BASE_URL", url.toString());
      environment.put("SLUICE_EGRESS_ALLOW", url.getHost() + ":" + url.getPort());
    });
    if (browser) {
      // On AWS the image names it.
      environment.put("SLUICE_LOCAL_HANDLER", BROWSER_HANDLER);
      settings.tools().chromium().ifPresent(path -> environment.put("SLUICE_CHROMIUM", path.toString()));
      environment.put("PLAYWRIGHT_CLI_DIR", settings.project().root().resolve("extractors/devitjobs/target/playwright-driver").toString());
      environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }
    return new Function(Names.extractor(source.source()), jar, browser ? BROWSER_HANDLER : KIT_HANDLER,
        source.function().memoryMb(), (int) source.function().timeout().toSeconds(), environment);
  }

  /** The worker runs this very file instead of an unpacked copy: no upload at each start, and caches of the JVM stay valid. */
  private Map<String, String> run(Path jar) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SLUICE_LOCAL_JAR", jar.toString());
    settings.tools().functionCaches().ifPresent(caches -> environment.put("SLUICE_LOCAL_JAVA_OPTS", caches.options(jar)));
    return environment;
  }

  private static void create(LambdaClient lambda, String role, Function function) {
    Map<String, String> environment = new LinkedHashMap<>(common());
    environment.putAll(function.laptop());
    try {
      lambda.createFunction(request -> request.functionName(function.name())
          .runtime(Runtime.JAVA21)
          .role(role)
          .handler(function.handler())
          .memorySize(function.memoryMegabytes())
          .timeout(function.timeoutSeconds())
          .environment(variables -> variables.variables(environment))
          .code(code -> code.zipFile(pointer(function.jar()))));
    } catch (ResourceConflictException e) {
      lambda.updateFunctionConfiguration(request -> request.functionName(function.name())
          .handler(function.handler())
          .memorySize(function.memoryMegabytes())
          .timeout(function.timeoutSeconds())
          .environment(variables -> variables.variables(environment)));
    }
  }

  private static Map<String, String> common() {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Zone zone : Zone.values()) {
      environment.put(zone.bucketVariable(), Names.bucket(zone));
    }
    environment.put("SLUICE_LEDGER_TABLE", Names.LEDGER_TABLE);
    environment.put("SLUICE_ATHENA_WORKGROUP", Names.WORKGROUP);
    environment.put("SLUICE_CURATED_DATABASE", Names.CURATED_DATABASE);
    environment.put("SLUICE_NOTICES_TOPIC_ARN", Names.arn("sns", Names.NOTICES_TOPIC));
    environment.put("SLUICE_STATE_MACHINE_ARN", Names.arn("states", "stateMachine:" + Names.STATE_MACHINE));
    return environment;
  }

  /** The API wants a zip; the worker never opens it. */
  private static SdkBytes pointer(Path jar) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("jar.txt"));
      zip.write(jar.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SdkBytes.fromByteArray(bytes.toByteArray());
  }
}
