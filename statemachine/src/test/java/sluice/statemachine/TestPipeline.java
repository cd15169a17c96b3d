package sluice.statemachine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sluice.lake.DatasetName;
import sluice.lake.source.FunctionSpec;
import sluice.lake.source.Kind;
import sluice.lake.source.Limits;
import sluice.lake.source.Packaging;
import sluice.lake.source.SourceSpec;

/** The project's workflow file, rendered for two required sources and an optional one. */
final class TestPipeline {
  static final Path PROJECT = Path.of("..");
  static final List<SourceSpec> SOURCES =
      List.of(source("nofluffjobs", true), source("currency_rates", false), source("devitjobs", true));
  static final PipelineTargets TARGETS = targets(SOURCES);

  private TestPipeline() {}

  static String rendered() {
    return Pipeline.render(PROJECT, SOURCES, TARGETS);
  }

  static SourceSpec source(String name, boolean required) {
    return new SourceSpec(new DatasetName(name), "One row per test.", Kind.REST, required,
        new FunctionSpec(Packaging.ZIP, 512, Duration.ofSeconds(900)), List.of(), List.of(),
        new Limits(10, 10, 1024, Duration.ofSeconds(60)), null);
  }

  static PipelineTargets targets(List<SourceSpec> sources) {
    Map<DatasetName, String> extract = sources.stream()
        .collect(Collectors.toMap(SourceSpec::source, source -> function("extract-" + source.source())));
    return new PipelineTargets(extract, function("validate"), function("receive"), function("check-rules"), function("check-quality"), function("prepare-build"),
        function("publish"), function("record-run"), "sluice-validated", "sluice-dbt",
        "arn:aws:sns:eu-central-1:000000000000:sluice-notices");
  }

  static String function(String name) {
    return "arn:aws:lambda:eu-central-1:000000000000:function:sluice-" + name;
  }
}
