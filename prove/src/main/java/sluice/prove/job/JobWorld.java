package sluice.prove.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import sluice.extractors.kit.http.Endpoint;
import sluice.lake.landing.MemoryClaims;
import sluice.lake.ledger.MemoryVerdictLedger;
import sluice.lake.store.FaultyCalls;
import sluice.lake.store.MemoryObjectStore;
import sluice.lake.workflow.FakeWorkflow;
import sluice.publisher.PublishDoor;

/** All that outlives a job: stores and ledgers in memory, in which the producers' files are already; and a folder to work in. */
public final class JobWorld implements AutoCloseable {
  final MemoryObjectStore store = new MemoryObjectStore();
  final MemoryVerdictLedger verdicts = new MemoryVerdictLedger();
  final MemoryClaims claims = new MemoryClaims();
  final FakeWorkflow workflow = new FakeWorkflow();
  final PublishDoor.Readers readers = new PublishDoor.Readers();
  final Path work;
  private final Endpoint site;

  /** {@code parent} is a local folder in which this world makes its work folder, and takes it away when it is closed. */
  public JobWorld(Path parent, Endpoint site) {
    try {
      work = Files.createTempDirectory(parent, "work");
    } catch (IOException disk) {
      throw new UncheckedIOException("cannot make a work folder in " + parent, disk);
    }
    this.site = site;
    Drops.into(store);
  }

  /** A job in this world whose calls may fail. */
  public MainJob job(FaultyCalls calls) {
    return new MainJob(this, site, calls);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException disk) {
      throw new UncheckedIOException("cannot take away " + work, disk);
    }
  }
}
