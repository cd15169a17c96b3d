package sluice.local.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sluice.lake.DatasetName;
import sluice.lake.json.Json;
import sluice.local.world.provision.Provisioner;
import sluice.local.world.provision.Sites;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Lets every function do its real work once on sample rows, in a world of its own without Athena, so that the JVMs
 * leave their ahead-of-time caches behind.
 */
final class Training {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration WRITE_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_GRACE = Duration.ofSeconds(5);
  private static final String KIT_JAR = "extractors-kit-lambda.jar";

  private final Settings settings;
  private final List<ManagedProcess> started = new ArrayList<>();

  Training(Settings settings) {
    this.settings = settings;
  }

  /** The kit's jar reads sites and databases; a cache that knows both needs a JVM that did both. */
  static int invocations(Path jar) {
    return jar.endsWith(KIT_JAR) ? 2 : 1;
  }

  void run() throws IOException, InterruptedException {
    Home home = settings.home();
    Members members = new Members(settings);
    URI nowhere = URI.create("http://127.0.0.1:" + Ports.free());
    URI endpoint = URI.create("http://127.0.0.1:" + Ports.free());
    Files.createDirectories(home.folder());
    try (Aws aws = new Aws(endpoint)) {
      ManagedProcess ministack = start(members.ministack(endpoint.getPort(), nowhere), home);
      ManagedProcess sites = start(members.sites(), home);
      ministack.awaitReady(START_LIMIT);
      Provisioner.provision(aws, settings, Sites.of(Members.ready(sites.awaitReady(START_LIMIT))));
      List<ProcessHandle> before = ministack.handle().descendants().toList();
      work(new Functions(aws.client(LambdaClient.builder())));
      awaitEnd(ministack.handle(), before);
    } finally {
      started.forEach(process -> ManagedProcess.stop(process.handle(), STOP_GRACE));
    }
  }

  private ManagedProcess start(ManagedProcess.Spec spec, Home home) throws IOException {
    ManagedProcess process = ManagedProcess.start(spec, home.logs());
    started.add(process);
    return process;
  }

  private void work(Functions functions) throws IOException {
    JsonNode extracted = functions.call(extractor("nofluffjobs"), event().put("source", "nofluffjobs"));
    functions.call(extractor("nofluffjobs"), event().put("source", "currency_rates"));
    if (!settings.without().contains("devitjobs")) {
      functions.call(extractor("devitjobs"), event().put("source", "devitjobs"));
    }
    ObjectNode judge = event().put("dataset", "nofluffjobs");
    judge.putArray("manifests").addObject().put("manifest", extracted.path("manifest").asText()).put("parts", extracted.path("parts").asInt());
    functions.call("sluice-validate", judge);
    functions.call("sluice-check-rules", event());
    functions.call("sluice-record-run", event().put("trigger", "manual"));
  }

  private static String extractor(String source) {
    return Names.extractor(new DatasetName(source));
  }

  private static ObjectNode event() {
    return Json.MAPPER.createObjectNode().put("runId", "training").put("ingestDate", "2026-01-01").put("startedAt", "2026-01-01T00:00:00Z");
  }

  /** The JVMs that were told to end write their caches after their last answer. */
  private static void awaitEnd(ProcessHandle ministack, List<ProcessHandle> before) throws InterruptedException {
    Instant limit = Instant.now().plus(WRITE_LIMIT);
    while (ministack.descendants().anyMatch(process -> process.isAlive() && !before.contains(process)) && Instant.now().isBefore(limit)) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** The functions of this world by name; an error of one ends the training. */
  private record Functions(LambdaClient lambda) {
    JsonNode call(String function, ObjectNode event) throws IOException {
      InvokeResponse response = lambda.invoke(request -> request.functionName(function).payload(SdkBytes.fromUtf8String(event.toString())));
      JsonNode answer = Json.MAPPER.readTree(response.payload().asInputStream());
      if (response.functionError() != null) {
        throw new IOException(function + " failed: " + answer);
      }
      return answer;
    }
  }
}
