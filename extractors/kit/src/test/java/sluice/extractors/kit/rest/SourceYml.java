package sluice.extractors.kit.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.lake.source.SourceSpec;
import sluice.lake.source.Sources;

/** A source.yml in a folder of its own, put together from lines. */
public final class SourceYml {
  private SourceYml() {}

  /** A rest source named board; {@code rest} are the lines under {@code rest:}, without their indentation. */
  public static SourceSpec rest(Path folder, String rest) {
    return read(folder, """
        source: board
        description: A board.
        kind: rest
        required: true
        function: {package: zip, memory_mb: 1024, timeout_seconds: 900}
        egress: [board.example]
        secrets: []
        limits: {requests: 20, rows: 1000, response_bytes: 100000, run_seconds: 780}
        rest:
        """ + rest.indent(2));
  }

  /** A jdbc source named board. */
  public static SourceSpec jdbc(Path folder, String jdbc) {
    return read(folder, """
        source: board
        description: A board.
        kind: jdbc
        required: false
        function: {package: zip, memory_mb: 1024, timeout_seconds: 900}
        egress: []
        secrets: [sluice/board]
        limits: {requests: 1, rows: 1000, response_bytes: 100000, run_seconds: 780}
        jdbc:
        """ + jdbc.indent(2));
  }

  private static SourceSpec read(Path folder, String text) {
    try {
      Path file = Files.createDirectories(folder.resolve("board")).resolve("source.yml");
      Files.writeString(file, text);
      return Sources.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
