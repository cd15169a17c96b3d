package sluice.lake.contract.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

/** The SHA-256 of each file of a folder by its relative name, in the form that {@code sha256sum --check} reads. */
record LockFile(SortedMap<String, String> sums) {
  private static final String UNREADABLE = "C125";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

  /** Nothing is locked where there is no file. */
  static LockFile read(Path file) {
    SortedMap<String, String> sums = new TreeMap<>();
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      for (int i = 0; i < lines.size(); i++) {
        Matcher line = LINE.matcher(lines.get(i));
        if (!line.matches()) {
          throw new InvalidInputException(List.of(Problem.error(UNREADABLE, "this line locks nothing")
              .expected("64 hex digits, two spaces and a file's name")
              .at(file.toString(), i + 1, 1)
              .next("git checkout -- " + file)));
        }
        sums.put(line.group(2), line.group(1));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
    return new LockFile(sums);
  }

  LockFile with(String name, String sha256) {
    SortedMap<String, String> more = new TreeMap<>(sums);
    more.put(name, sha256);
    return new LockFile(more);
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    sums.forEach((name, sha256) -> text.append(sha256).append("  ").append(name).append('\n'));
    Files.writeString(file, text);
  }
}
