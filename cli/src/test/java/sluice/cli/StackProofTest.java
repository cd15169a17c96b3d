package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.json.Json;

final class StackProofTest {
  @TempDir
  private Path root;

  @Test
  void passedAndFailedChecksAreListedAndSkippedOnesStandApart() throws Exception {
    StackProof proof = proof("""
        echo '{"name": "fmt", "status": "passed", "detail": "standard form"}'
        echo '{"name": "asl", "status": "skipped", "detail": "node is not here"}'
        echo '{"name": "apply", "status": "failed", "detail": "drift", "applied": true, "destroyed": true, "drift": ["aws_s3_bucket: tags"], \
        "martsEqual": true, "iam": {"notAllowed": ["r s3:GetObject b"], "neverUsed": []}}'
        exit 1
        """);
    List<String> told = new ArrayList<>();

    proof.run(check -> told.add(check.path("name").asText()));

    JsonNode expected = Json.MAPPER.readTree("""
        {"checks": [{"name": "fmt", "status": "passed", "detail": "standard form"}, {"name": "apply", "status": "failed", "detail": "drift"}],
         "applied": true, "destroyed": true, "drift": ["aws_s3_bucket: tags"], "martsEqual": true,
         "iam": {"notAllowed": ["r s3:GetObject b"], "neverUsed": []}, "skipped": [{"name": "asl", "why": "node is not here"}]}""");
    assertThat(told).containsExactly("fmt", "asl", "apply");
    assertThat((JsonNode) proof.document()).isEqualTo(expected);
    assertThat(proof.passed()).isEqualTo(1);
    assertThat(proof.failed()).isEqualTo(1);
  }

  @Test
  void nothingIsAppliedUntilTheCheckSaysSo() throws Exception {
    StackProof proof = proof("echo '{\"name\": \"apply\", \"status\": \"skipped\", \"detail\": \"terraform is not here\"}'");

    proof.run(check -> { });

    assertThat(proof.document().path("applied").asBoolean()).isFalse();
    assertThat(proof.document().path("martsEqual").asBoolean()).isFalse();
    assertThat(proof.failed()).isZero();
  }

  @Test
  void aScriptThatDiesIsNotAProof() throws Exception {
    StackProof proof = proof("echo '{\"name\": \"fmt\", \"status\": \"passed\", \"detail\": \"standard form\"}'; exit 3");

    assertThatThrownBy(() -> proof.run(check -> { })).isInstanceOf(IllegalStateException.class).hasMessageContaining("check.sh ended with 3");
  }

  private StackProof proof(String script) throws Exception {
    Path file = Files.createDirectories(root.resolve("infra-terraform")).resolve("check.sh");
    Files.writeString(file, "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return new StackProof(root);
  }
}
