package sluice.statemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.lake.json.Json;
import sluice.lake.source.SourceSpec;

/**
 * The workflow as it is deployed: {@code statemachine/pipeline.asl.json} with the sources and the names of what it calls.
 *
 * <p>The file is a Terraform template too. Terraform passes {@code extractors} as
 * {@code jsonencode([{source, required, functionArn}, ...])} sorted by source, and the other values as plain text.
 */
public final class Pipeline {
  private static final Path FILE = Path.of("statemachine", "pipeline.asl.json");

  private Pipeline() {}

  /** Renders the project's own file. */
  public static String render(Path project, List<SourceSpec> sources, PipelineTargets targets) {
    try {
      return render(Files.readString(project.resolve(FILE), StandardCharsets.UTF_8), sources, targets);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + FILE, unreadable);
    }
  }

  /** The same sources and targets give the same text, in whatever order the sources come. */
  public static String render(String template, List<SourceSpec> sources, PipelineTargets targets) {
    Map<String, String> values = new HashMap<>();
    targets.byPlaceholder().forEach((name, value) -> values.put(name, insideQuotes(value)));
    values.put("extractors", Json.text(extractors(sources, targets)));
    return checked(new Template(template).fill(values));
  }

  private static List<Extractor> extractors(List<SourceSpec> sources, PipelineTargets targets) {
    if (sources.isEmpty()) {
      throw new RenderException("no sources: expected at least one source.yml");
    }
    return sources.stream()
        .sorted(Comparator.comparing(SourceSpec::source))
        .map(source -> {
          String function = targets.extract().get(source.source());
          if (function == null) {
            throw new RenderException("no function for source " + source.source() + "; functions are known for "
                + targets.extract().keySet().stream().sorted().toList());
          }
          return new Extractor(source.source().value(), source.required(), function);
        })
        .toList();
  }

  // The placeholder stands between quotes in the file: what it gets must not end them.
  private static String insideQuotes(String value) {
    String quoted = Json.text(value);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String checked(String rendered) {
    try {
      Json.MAPPER.readTree(rendered);
      return rendered;
    } catch (JsonProcessingException notJson) {
      throw new RenderException("the rendered workflow is not JSON: " + Json.brief(notJson), notJson);
    }
  }

  /** One entry of the Map over sources. */
  private record Extractor(String source, boolean required, String functionArn) {}
}
