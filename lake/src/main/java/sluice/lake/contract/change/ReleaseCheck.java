package sluice.lake.contract.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.lake.contract.Contract;
import sluice.lake.problem.Problem;
import sluice.lake.store.Sha256;

/** Holds released contracts to their lock file, and live contracts to the released ones. */
final class ReleaseCheck {
  private static final String EDITED = "C120";
  private static final String NOT_LOCKED = "C121";
  private static final String GONE = "C122";
  private static final String CHANGED = "C123";
  private static final String WRONG_VERSION = "C124";
  private static final String VERSION_KEY = "version: ";

  private final Path folder;
  private final Path lockFile;

  ReleaseCheck(Path folder, Path lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  List<Problem> edited() {
    List<Problem> problems = new ArrayList<>();
    SortedMap<String, String> locked = new TreeMap<>(LockFile.read(lockFile).sums());
    for (Path file : files()) {
      String sum = locked.remove(name(folder, file));
      if (sum == null) {
        problems.add(Problem.error(NOT_LOCKED, "this contract was not released by ./sluice contract release")
            .expected("a line for it in " + lockFile)
            .at(file.toString(), 0, 0)
            .next("delete it, and release the live contract"));
      } else if (!sum.equals(sum(file))) {
        problems.add(Problem.error(EDITED, "a released contract was edited")
            .expected("the content with the SHA-256 " + sum)
            .at(file.toString(), 0, 0)
            .next("git checkout -- " + file, "write the change into the live contract, with the next version"));
      }
    }
    locked.keySet().forEach(name -> problems.add(Problem.error(GONE, "a released contract is gone")
        .expected("the file that " + lockFile + " names")
        .at(folder.resolve(name).toString(), 0, 0)
        .next("git checkout -- " + folder.resolve(name))));
    return problems;
  }

  /** A live contract is its released copy, or the version after the last. */
  static Optional<Problem> live(Path file, Contract contract, SortedMap<Integer, Path> released) {
    int last = released.isEmpty() ? 0 : released.lastKey();
    if (contract.version() == last + 1) {
      return Optional.empty();
    }
    if (contract.version() != last) {
      String expected = last == 0 ? "1, the first" : last + ", which is released, or " + (last + 1) + ", the next";
      return Optional.of(atVersion(file, Problem.error(WRONG_VERSION, "version cannot follow the released ones")
          .expected(expected).found(String.valueOf(contract.version()))));
    }
    if (sum(file).equals(sum(released.get(last)))) {
      return Optional.empty();
    }
    return Optional.of(atVersion(file, Problem.error(CHANGED, "version " + last + " is released, and this is not what was released")
        .expected("version: " + (last + 1))
        .next("./sluice contract diff " + contract.dataset() + " says what changed, and whom it breaks")));
  }

  private static Problem atVersion(Path file, Problem problem) {
    List<String> lines = read(() -> Files.readAllLines(file), file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(VERSION_KEY)) {
        return problem.at(file.toString(), i + 1, VERSION_KEY.length() + 1);
      }
    }
    return problem.at(file.toString(), 0, 0);
  }

  /** As the lock file calls it, on every system. */
  static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = read(() -> Files.walk(folder), folder)) {
      return all.filter(Files::isRegularFile).filter(file -> !file.equals(lockFile)).sorted().toList();
    }
  }

  private static String sum(Path file) {
    return read(() -> Sha256.of(file), file);
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T read(Reading<T> reading, Path file) {
    try {
      return reading.read();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }
}
