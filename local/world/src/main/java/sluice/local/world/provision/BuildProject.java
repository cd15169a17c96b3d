package sluice.local.world.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import sluice.lake.Zone;
import sluice.lake.json.Json;
import sluice.local.world.Aws;
import sluice.local.world.Names;

/**
 * The CodeBuild project that runs dbt, with the buildspec that production uses. Spoken to in CodeBuild's plain JSON
 * protocol: the SDK release that all other clients share has no CodeBuild module.
 */
final class BuildProject {
  private final Aws aws;

  private BuildProject(Aws aws) {
    this.aws = aws;
  }

  static void provision(Aws aws, String role, Path buildspec) throws IOException, InterruptedException {
    BuildProject codebuild = new BuildProject(aws);
    ObjectNode project = project(role, Files.readString(buildspec));
    ObjectNode question = Json.MAPPER.createObjectNode();
    question.putArray("names").add(Names.BUILD_PROJECT);
    boolean exists = !codebuild.call("BatchGetProjects", question).path("projects").isEmpty();
    codebuild.call(exists ? "UpdateProject" : "CreateProject", project);
  }

  private static ObjectNode project(String role, String buildspec) {
    ObjectNode project = Json.MAPPER.createObjectNode();
    project.put("name", Names.BUILD_PROJECT);
    project.put("serviceRole", role);
    project.putObject("source").put("type", "NO_SOURCE").put("buildspec", buildspec);
    project.putObject("artifacts").put("type", "NO_ARTIFACTS");
    ObjectNode environment = project.putObject("environment")
        .put("type", "LINUX_CONTAINER")
        .put("computeType", "BUILD_GENERAL1_SMALL")
        .put("image", Names.ACCOUNT + ".dkr.ecr." + Names.REGION + ".amazonaws.com/sluice-dbt:local");
    ArrayNode variables = environment.putArray("environmentVariables");
    Map.of(
        "SLUICE_ATHENA_WORKGROUP", Names.WORKGROUP,
        "SLUICE_ATHENA_POLL_SECONDS", "0.1",
        Zone.ATHENA_RESULTS.bucketVariable(), Names.bucket(Zone.ATHENA_RESULTS),
        Zone.CURATED.bucketVariable(), Names.bucket(Zone.CURATED),
        Zone.DQ_RESULTS.bucketVariable(), Names.bucket(Zone.DQ_RESULTS))
        .forEach((name, value) -> variables.addObject().put("name", name).put("value", value).put("type", "PLAINTEXT"));
    return project;
  }

  private JsonNode call(String operation, ObjectNode body) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(aws.endpoint())
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/x-amz-json-1.1")
        .header("X-Amz-Target", "CodeBuild_20161006." + operation)
        .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + Aws.ACCESS_KEY + "/20260101/" + Names.REGION + "/codebuild/aws4_request, SignedHeaders=host, Signature=none")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
        .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException("CodeBuild " + operation + " answered " + response.statusCode() + ": " + response.body());
      }
      return Json.MAPPER.readTree(response.body());
    }
  }
}
