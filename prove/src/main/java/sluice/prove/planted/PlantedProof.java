package sluice.prove.planted;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import sluice.lake.problem.InvalidInputException;

/**
 * Plants one bug after the other in a copy of the code and lets the tests that guard against it look for it. Nothing of
 * the project itself is changed.
 */
public final class PlantedProof {
  private final Path root;
  private final Path folder;
  private final TestProcess tests;
  private final Map<String, TestProcess.Ended> unplanted = new HashMap<>();

  /** {@code root} is the project's folder, built with its tests; copies are made in {@code folder}. */
  public PlantedProof(Path root, Path folder) {
    this.root = root.toAbsolutePath().normalize();
    this.folder = folder;
    this.tests = new TestProcess(root);
  }

  /** The names of all bugs of a project, each of which can be planted. */
  public static List<String> bugs(Path root) throws InvalidInputException {
    return new PlantedBugs(root).all().stream().map(PlantedBug::name).toList();
  }

  public PlantedReport report() throws IOException, InvalidInputException {
    List<PlantedReport.Hunted> hunted = new ArrayList<>();
    for (PlantedBug bug : new PlantedBugs(root).all()) {
      hunted.add(hunt(bug));
    }
    return new PlantedReport(hunted);
  }

  private PlantedReport.Hunted hunt(PlantedBug bug) throws IOException {
    long begun = System.nanoTime();
    Path copy = Files.createDirectories(folder.resolve(bug.name()));
    Path room = root.resolve(bug.room());
    if (!bug.isJava()) {
      // Tests find such a file from their room's folder, and the rest of the project beside it.
      room = copyOf(bug.room(), copy);
    }
    TestProcess.Ended before = unplanted.get(bug.test());
    if (before == null) {
      before = tests.run(copy, bug.room(), room, bug.test());
      unplanted.put(bug.test(), before);
    }
    TestProcess.Ended after = before.exit() == TestRun.PASSED ? tests.run(planted(bug, copy), bug.room(), room, bug.test()) : before;
    boolean caught = before.exit() == TestRun.PASSED && after.exit() == TestRun.FAILED;
    String by = before.exit() == TestRun.PASSED ? after.line() : "without the bug: " + before.line();
    return new PlantedReport.Hunted(bug.name(), bug.defect(), caught, by, Math.round((System.nanoTime() - begun) / 1e7) / 100.0);
  }

  /** The folder of the classes that have the bug. */
  private Path planted(PlantedBug bug, Path copy) throws IOException {
    Path file = write(bug, copy);
    Path classes = Files.createDirectories(copy.resolve("classes"));
    if (bug.isJava()) {
      compile(file, classes);
    }
    return classes;
  }

  private Path write(PlantedBug bug, Path to) throws IOException {
    String text = Files.readString(root.resolve(bug.file()));
    for (PlantedBug.Edit edit : bug.edits()) {
      text = text.replace(edit.find(), edit.replace());
    }
    Path file = to.resolve(bug.file());
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** The one file, against the classes of the build. */
  private static void compile(Path source, Path classes) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      StringWriter said = new StringWriter();
      boolean done = compiler.getTask(said, files, null,
          List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()), null,
          files.getJavaFileObjects(source)).call();
      if (!done) {
        throw new IllegalStateException(source + " does not compile with its bug:\n" + said);
      }
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  /** A project in which this room is a copy, and everything else is the original. */
  private Path copyOf(String room, Path project) throws IOException {
    Path from = root.resolve(room);
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : entries.filter(entry -> !from.startsWith(entry) && !entry.getFileName().toString().startsWith(".")).toList()) {
        Files.createSymbolicLink(project.resolve(entry.getFileName()), entry);
      }
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).filter(file -> !from.relativize(file).startsWith("target")).toList()) {
        Path target = project.resolve(root.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return project.resolve(room);
  }
}
