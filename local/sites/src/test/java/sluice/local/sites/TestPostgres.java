package sluice.local.sites;

import java.nio.file.Path;
import sluice.local.sites.rates.DatabaseFolders;

/** The server's programs are unpacked once for all tests of this module, its data are each test's own. */
public final class TestPostgres {
  public static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

  private TestPostgres() {}

  public static DatabaseFolders folders(Path own) {
    return new DatabaseFolders(BINARIES, own.resolve("data"));
  }
}
