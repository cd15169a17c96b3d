package sluice.local.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command lines of the world's processes. */
final class Members {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Settings settings;
  private final Path state;

  Members(Settings settings) {
    this.settings = settings;
    this.state = settings.home().state(settings.origin().worldName());
  }

  ManagedProcess.Spec ministack(int port, URI athena) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("GATEWAY_PORT", Integer.toString(port));
    environment.put("MINISTACK_REGION", Names.REGION);
    environment.put("AWS_DEFAULT_REGION", Names.REGION);
    environment.put("AWS_REGION", Names.REGION);
    environment.put("AWS_ACCESS_KEY_ID", Aws.ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", Aws.SECRET_KEY);
    environment.put("PERSIST_STATE", "1");
    environment.put("STATE_DIR", folder("aws").toString());
    environment.put("S3_PERSIST", "1");
    environment.put("S3_DATA_DIR", folder("s3").toString());
    environment.put("TMPDIR", folder("tmp").toString());
    environment.put("LOG_LEVEL", "WARNING");
    // Waits of the workflow are sized for AWS; here every part answers within milliseconds.
    environment.put("SFN_WAIT_SCALE", "0.02");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("PYTHONPATH", settings.project().root().resolve("local/ministack").toString());
    environment.put("SLUICE_ATHENA_URL", athena.toString());
    environment.put("SLUICE_BUILD_DIR", settings.project().dbt().toString());
    environment.put("SLUICE_BUILD_PATH", settings.project().dbtEnvironment().resolve("bin").toString());
    environment.put("DBT_TARGET_PATH", parsedDbt().toString());
    environment.put("DBT_LOG_PATH", folder("dbt").resolve("logs").toString());
    environment.put("SLUICE_LAMBDA_JAVA", settings.tools().java().toString());
    environment.put("SLUICE_LAMBDA_RUNTIME", classpath("local/runtime", "local-runtime"));
    Path python = settings.project().ministackEnvironment().resolve("bin/python");
    return spec("ministack", List.of(python.toString(), "-m", "sluice_ministack"), environment);
  }

  ManagedProcess.Spec athena(int port, URI aws) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        settings.tools().java().toString(),
        "@" + settings.project().root().resolve("local/athena/jvm.options")));
    settings.tools().athenaCache().ifPresent(cache -> command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off")));
    command.addAll(List.of(
        "-Djava.io.tmpdir=" + folder("tmp"),
        "-cp", classpath("local/athena", "local-athena"),
        "sluice.local.athena.LocalAthenaMain",
        "--port", Integer.toString(port), "--aws", aws.toString(), "--region", Names.REGION));
    return spec("athena", command, Map.of());
  }

  ManagedProcess.Spec sites() throws IOException {
    List<String> command = new ArrayList<>(List.of(
        settings.tools().java().toString(), "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", classpath("local/sites", "local-sites"),
        "sluice.local.sites.SitesMain",
        "--port", "0", "--postgres-port", "0", "--state-dir", folder("sites").toString()));
    switch (settings.origin()) {
      case Origin.Sample sample -> command.addAll(List.of("--seed", Long.toString(sample.seed())));
      case Origin.Recorded recorded -> command.addAll(List.of("--data", recorded.folder().toString()));
      case Origin.Live ignored -> throw new IllegalStateException("a live world has no sample sites");
    }
    return spec("sites", command, Map.of());
  }

  /** dbt's target folder of this world, which starts with what the set-up has parsed ahead. */
  private Path parsedDbt() throws IOException {
    Path target = folder("dbt").resolve("target");
    Path ahead = settings.project().parsedDbt();
    if (Files.isDirectory(ahead)) {
      try (Stream<Path> files = Files.find(ahead, 2, (file, attributes) -> attributes.isRegularFile())) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Path copy = target.resolve(ahead.relativize(file));
          if (Files.notExists(copy)) {
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
          }
        }
      }
    }
    return target;
  }

  private ManagedProcess.Spec spec(String name, List<String> command, Map<String, String> environment) {
    List<String> full = new ArrayList<>(command);
    if (settings.tether() == ManagedProcess.Tether.LIFELINE) {
      full.add("--lifeline");
    }
    return new ManagedProcess.Spec(name, full, settings.home().folder(), environment, settings.tether());
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(state.resolve(name));
  }

  private String classpath(String room, String artifact) throws IOException {
    Path jar = settings.project().jar(room, artifact);
    return jar + File.pathSeparator + Files.readString(settings.project().classpathFile(room)).strip();
  }

  static JsonNode ready(String line) throws IOException {
    return JSON.readTree(line);
  }
}
