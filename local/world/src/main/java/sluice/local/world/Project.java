package sluice.local.world;

import java.nio.file.Path;

/** Where the parts of a checkout lie; paths only, nothing is read. */
public record Project(Path root) {

  public Project {
    root = root.toAbsolutePath().normalize();
  }

  public Path contracts() {
    return root.resolve("contracts");
  }

  public Path extractors() {
    return root.resolve("extractors");
  }

  public Path dbt() {
    return root.resolve("dbt");
  }

  /** The deployable jar of a room, the same file that AWS Lambda gets. */
  public Path lambdaJar(String room, String artifact) {
    return root.resolve(room).resolve("target").resolve(artifact + "-lambda.jar");
  }

  /** The file with the room's runtime class path, written by the build. */
  public Path classpathFile(String room) {
    return root.resolve(room).resolve("target/classpath.txt");
  }

  public Path jar(String room, String artifact) {
    return root.resolve(room).resolve("target").resolve(artifact + "-0.1.0.jar");
  }

  /** The Python environments belong to the checkout, however many homes work with it. */
  public Path dbtEnvironment() {
    return root.resolve(".sluice/venv/dbt");
  }

  /** What dbt needs not parse again, a folder a slot; may be absent. */
  public Path parsedDbt() {
    return root.resolve(".sluice/dbt-parsed");
  }

  public Path ministackEnvironment() {
    return root.resolve(".sluice/venv/ministack");
  }
}
