package sluice.lake.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.lake.DatasetName;
import sluice.lake.yaml.YamlNode;

/** Takes the part of a source definition that all kinds share out of its YAML, noting all that is wrong with it. */
final class SourceReader {
  private static final String OTHER_SOURCE = "C108";
  private static final String TOO_LATE = "C109";

  private static final Pattern HOST = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
  private static final Pattern SECRET = Pattern.compile("sluice/[a-z][a-z0-9_/]{0,126}");
  private static final List<String> KEYS =
      List.of("source", "description", "kind", "required", "function", "egress", "secrets", "limits");

  private final String folderName;

  /** The folder's name is the source's name too. */
  SourceReader(String folderName) {
    this.folderName = folderName;
  }

  SourceSpec read(YamlNode file) {
    DatasetName source = source(file.need("source"));
    Optional<Kind> kind = file.need("kind").choice(Kind.class);
    YamlNode settings = kind.map(known -> settings(file, known)).orElse(file);
    FunctionSpec function = function(file.need("function"));
    return new SourceSpec(
        source,
        file.need("description").text(),
        kind.orElse(Kind.REST),
        file.need("required").flag(),
        function,
        names(file.find("egress"), HOST, "a host name such as example.com"),
        names(file.find("secrets"), SECRET, "a secret name such as sluice/" + folderName),
        limits(file.need("limits"), function.timeout()),
        settings);
  }

  private static YamlNode settings(YamlNode file, Kind kind) {
    String subtree = kind.name().toLowerCase(Locale.ROOT);
    List<String> keys = new ArrayList<>(KEYS);
    keys.add(subtree);
    file.onlyKeys(keys);
    YamlNode settings = file.need(subtree);
    settings.entries();
    return settings;
  }

  private DatasetName source(YamlNode node) {
    DatasetName standIn = new DatasetName("unknown");
    DatasetName source = node.as(DatasetName::new, standIn);
    if (source != standIn && !folderName.equals(source.value())) {
      node.refuse(OTHER_SOURCE, "the folder has another name than its source", source.value(), folderName);
    }
    return source;
  }

  private static FunctionSpec function(YamlNode node) {
    node.onlyKeys("package", "memory_mb", "timeout_seconds");
    return new FunctionSpec(
        node.need("package").oneOf(Packaging.class),
        (int) node.need("memory_mb").integer(128, 10_240),
        Duration.ofSeconds(node.need("timeout_seconds").integer(1, 900)));
  }

  private static Limits limits(YamlNode node, Duration timeout) {
    node.onlyKeys("requests", "rows", "response_bytes", "run_seconds");
    YamlNode seconds = node.need("run_seconds");
    Duration run = Duration.ofSeconds(seconds.integer(1, 900));
    // A leg must be able to save its place before Lambda ends it.
    if (run.compareTo(timeout) >= 0 && timeout.compareTo(Duration.ofSeconds(1)) > 0) {
      seconds.refuse(TOO_LATE, "the run's limit must end before the function's time-out",
          "less than " + timeout.toSeconds() + " (function.timeout_seconds)", String.valueOf(run.toSeconds()));
    }
    return new Limits(
        node.need("requests").integer(1, 1_000_000),
        node.need("rows").integer(1, 1_000_000_000L),
        node.need("response_bytes").integer(1024, 1L << 30),
        run);
  }

  private static List<String> names(Optional<YamlNode> list, Pattern shape, String expected) {
    List<String> names = new ArrayList<>();
    for (YamlNode item : list.map(YamlNode::items).orElse(List.of())) {
      String name = item.text();
      if (!name.isEmpty() && !shape.matcher(name).matches()) {
        item.refuseValue(expected);
      }
      names.add(name);
    }
    return names;
  }
}
