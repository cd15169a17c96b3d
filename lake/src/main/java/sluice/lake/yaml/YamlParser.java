package sluice.lake.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import sluice.lake.problem.Problem;

/** Turns bytes into a tree of nodes with positions, after its size, depth and aliases were found harmless. */
final class YamlParser {
  static final int DEEPEST = 32;
  static final int MOST_ALIASES = 20;

  private static final LoadSettings SETTINGS = LoadSettings.builder()
      .setSchema(new CoreSchema())
      .setCodePointLimit(YamlFile.LARGEST)
      .setMaxAliasesForCollections(MOST_ALIASES)
      .build();

  private final String file;
  private final Problems problems;

  YamlParser(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The root, or nothing when problems were added. */
  YamlNode parse(byte[] bytes) {
    if (bytes.length > YamlFile.LARGEST) {
      refuse(YamlRule.TOO_LARGE, "the file is too large", "at most 256 KiB", null, Optional.empty());
      return null;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // Two passes: composing is recursive, so a deep file must be refused before it.
      return harmless(text) ? compose(text) : null;
    } catch (CharacterCodingException notUtf8) {
      refuse(YamlRule.NOT_YAML, "the file is no text", "UTF-8", "bytes that are not UTF-8", Optional.empty());
    } catch (MarkedYamlEngineException syntax) {
      String context = syntax.getContext() == null ? "" : syntax.getContext() + ", ";
      refuse(YamlRule.NOT_YAML, "the file is not YAML", null, context + syntax.getProblem(), syntax.getProblemMark());
    } catch (YamlEngineException broken) {
      refuse(YamlRule.NOT_YAML, "the file is not YAML", null, broken.getMessage(), Optional.empty());
    }
    return null;
  }

  private boolean harmless(String text) {
    int depth = 0;
    int aliases = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        refuse(YamlRule.TOO_DEEP, "lists and maps are nested too deep", "at most " + DEEPEST, null, event.getStartMark());
        return false;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (event instanceof AliasEvent && ++aliases > MOST_ALIASES) {
        refuse(YamlRule.TOO_MANY_ALIASES, "too many aliases", "at most " + MOST_ALIASES, null, event.getStartMark());
        return false;
      }
    }
    return true;
  }

  private YamlNode compose(String text) {
    Optional<Node> root = new Compose(SETTINGS).composeString(text);
    if (root.isEmpty()) {
      refuse(YamlRule.NOT_YAML, "the file is empty", "a map of keys and values", null, Optional.empty());
      return null;
    }
    new TreeCheck(this::refuse).check(root.get());
    return new YamlNode(file, problems, root.get(), "");
  }

  private void refuse(YamlRule rule, String what, String expected, String found, Optional<Mark> mark) {
    problems.add(Problem.error(rule.code(), what)
        .expected(expected)
        .found(found)
        .at(file, mark.map(m -> m.getLine() + 1).orElse(0), mark.map(m -> m.getColumn() + 1).orElse(0)));
  }
}
