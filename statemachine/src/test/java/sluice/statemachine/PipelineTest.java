package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.source.SourceSpec;

class PipelineTest {
  @Test
  void listsTheSourcesSortedByNameWithTheirFunctions() {
    assertThat(Workflow.of(TestPipeline.rendered()).definition().at("/States/Plan the run/Assign/extractors").toString())
        .isEqualTo("[{\"source\":\"currency_rates\",\"required\":false,\"functionArn\":\""
            + TestPipeline.function("extract-currency_rates") + "\"},"
            + "{\"source\":\"devitjobs\",\"required\":true,\"functionArn\":\"" + TestPipeline.function("extract-devitjobs") + "\"},"
            + "{\"source\":\"nofluffjobs\",\"required\":true,\"functionArn\":\"" + TestPipeline.function("extract-nofluffjobs")
            + "\"}]");
  }

  @Test
  void putsEveryTargetWhereItIsCalled() {
    assertThat(TestPipeline.rendered())
        .contains(TestPipeline.function("validate"), TestPipeline.function("receive"), TestPipeline.function("check-rules"),
            TestPipeline.function("check-quality"), TestPipeline.function("prepare-build"),
            TestPipeline.function("publish"), TestPipeline.function("record-run"), "\"sluice-validated\"", "\"sluice-dbt\"",
            "arn:aws:sns:eu-central-1:000000000000:sluice-notices")
        .doesNotContain("${");
  }

  @Test
  void rendersTheSameTextWhateverTheOrderOfTheSources() {
    List<SourceSpec> reversed = TestPipeline.SOURCES.reversed();
    assertThat(Pipeline.render(TestPipeline.PROJECT, reversed, TestPipeline.targets(reversed))).isEqualTo(TestPipeline.rendered());
  }

  @Test
  void refusesASourceWithoutAFunction() {
    List<SourceSpec> one = List.of(TestPipeline.source("devitjobs", true));
    assertThatThrownBy(() -> Pipeline.render(TestPipeline.PROJECT, TestPipeline.SOURCES, TestPipeline.targets(one)))
        .isInstanceOf(RenderException.class)
        .hasMessage("no function for source currency_rates; functions are known for [devitjobs]");
  }

  @Test
  void refusesToRenderWithoutSources() {
    assertThatThrownBy(() -> Pipeline.render(TestPipeline.PROJECT, List.of(), TestPipeline.TARGETS))
        .isInstanceOf(RenderException.class)
        .hasMessage("no sources: expected at least one source.yml");
  }

  @Test
  void refusesAFileThatIsNoJsonOnceItIsFilled(@TempDir Path project) throws Exception {
    String placeholders = String.join(" ", TestPipeline.TARGETS.byPlaceholder().keySet().stream().map(k -> "${" + k + "}").toList());
    Files.createDirectories(project.resolve("statemachine"));
    Files.writeString(project.resolve("statemachine/pipeline.asl.json"), "{\"a\": ${extractors}, \"b\" " + placeholders + "}");
    assertThatThrownBy(() -> Pipeline.render(project, TestPipeline.SOURCES, TestPipeline.TARGETS))
        .isInstanceOf(RenderException.class)
        .hasMessageStartingWith("the rendered workflow is not JSON: ");
  }

  @Test
  void saysWhichFileCannotBeRead(@TempDir Path nowhere) {
    assertThatThrownBy(() -> Pipeline.render(nowhere, TestPipeline.SOURCES, TestPipeline.TARGETS))
        .hasMessage("cannot read statemachine/pipeline.asl.json");
  }

  @Test
  void keepsANameInsideItsQuotes() {
    PipelineTargets odd = new PipelineTargets(TestPipeline.TARGETS.extract(), "v", "e", "c", "q", "p", "u", "r", "a \"quoted\" name", "b", "t");
    assertThat(Workflow.of(Pipeline.render(TestPipeline.PROJECT, TestPipeline.SOURCES, odd)).definition()
        .at("/States/Start the crawl/Arguments/Name").asText()).isEqualTo("a \"quoted\" name");
  }

  @Test
  void refusesTargetsThatAreNotNamed() {
    assertThatThrownBy(() -> new PipelineTargets(Map.of(), "v", "e", "c", "q", "p", "u", "r", null, "b", "t"))
        .hasMessage("crawlerName");
  }
}
