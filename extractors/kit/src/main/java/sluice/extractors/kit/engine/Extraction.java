package sluice.extractors.kit.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.ExtractAnswer.Status;
import sluice.extractors.kit.ExtractAnswer;
import sluice.extractors.kit.ExtractEvent;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.Progress;
import sluice.extractors.kit.Source;
import sluice.extractors.kit.SourceChangedException;
import sluice.lake.contract.Contract;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.source.Limits;
import sluice.lake.store.ConflictException;
import sluice.lake.store.MissingObjectException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/**
 * Brings a source's rows into the raw zone whole or not at all, in as many legs as it takes.
 *
 * <p>Parts come first, the manifest last; everything is created once. A leg that is repeated, because its answer was
 * lost or its function killed, finds what was done and does the rest.
 */
public final class Extraction {
  private final Target target;
  private final Path workRoot;
  private final EventLog log;

  /** {@code workRoot} is a folder on a local disk with room for one part. */
  public Extraction(Target target, Path workRoot, EventLog log) {
    this.target = target;
    this.workRoot = workRoot;
    this.log = log;
  }

  /** Where parts go, and about how large they may become. */
  public record Target(ObjectStore store, String bucket, long partBytes) {
    /** Large enough to be read fast, small enough for a function's disk and for uploading in the reserve. */
    public static final long PART_BYTES = 64L << 20;
  }

  /** Runs one leg. */
  public ExtractAnswer run(ExtractEvent event, Contract contract, Limits limits, Source source, Budget budget)
      throws IOException {
    EventLog known = log.about(event.about());
    Optional<ExtractAnswer> done = doneBefore(event, known);
    if (done.isPresent()) {
      return done.get();
    }
    Checkpoint from = start(event);
    known.happened(event.leg() == 0 ? EventName.EXTRACTION_STARTED : EventName.EXTRACTION_RESUMED, Map.of("rows", from.rows()));
    try (WorkFolder folder = WorkFolder.open(workRoot);
        RollingParts parts = new RollingParts(
            target, event.partition(), contract.rawColumns(), folder.path(), limits.rows(), known, from)) {
      Progress progress = source.read(from.cursor(), parts, budget);
      return switch (progress) {
        case Progress.Paused paused -> pause(event, from, paused, parts, known);
        case Progress.Finished finished -> complete(event, finished.statedTotal(), parts, known);
      };
    }
  }

  /** What an earlier attempt at this leg, or a later leg, already achieved. */
  private Optional<ExtractAnswer> doneBefore(ExtractEvent event, EventLog known) {
    Optional<ExtractAnswer> done = read(manifest(event))
        .map(bytes -> completed(event, Manifest.fromJson(bytes)))
        .or(() -> read(checkpoint(event, event.leg())).map(bytes -> paused(event, checkpointOf(bytes, event, event.leg()))));
    done.ifPresent(answer -> known.happened(
        EventName.EXTRACTION_REUSED, Map.of("rows", answer.rows(), "status", answer.status())));
    return done;
  }

  private Checkpoint start(ExtractEvent event) {
    if (event.leg() == 0) {
      return Checkpoint.none();
    }
    int before = event.leg() - 1;
    return read(checkpoint(event, before))
        .map(bytes -> checkpointOf(bytes, event, before))
        .orElseThrow(() -> new IllegalStateException(
            "leg " + event.leg() + " cannot start: leg " + before + " left no " + checkpoint(event, before).uri()));
  }

  private ExtractAnswer pause(ExtractEvent event, Checkpoint from, Progress.Paused paused, RollingParts parts, EventLog known)
      throws IOException {
    if (paused.next().equals(from.cursor())) {
      throw new IllegalStateException(event.source() + " made no step in leg " + event.leg()
          + ": the next leg would start at the same place, " + paused.next().values());
    }
    List<Part> written = parts.finish();
    Checkpoint checkpoint = new Checkpoint(
        Checkpoint.FORMAT, event.leg(), paused.next(), written, parts.rows(), boxed(paused.statedTotal()));
    ObjectRef place = checkpoint(event, event.leg());
    byte[] kept = create(place, checkpoint.toJson());
    known.happened(EventName.EXTRACTION_PAUSED, Map.of("sourceObject", place.key(), "rows", parts.rows()));
    return paused(event, checkpointOf(kept, event, event.leg()));
  }

  private ExtractAnswer complete(ExtractEvent event, OptionalLong stated, RollingParts parts, EventLog known)
      throws IOException {
    requireEnough(event, stated, parts.rows());
    List<Part> written = parts.finish();
    Manifest manifest = new Manifest(Manifest.FORMAT, event.source().value(), event.runId().value(),
        event.ingestDate().toString(), event.startedAt().toString(), written, parts.rows(), boxed(stated));
    ObjectRef place = manifest(event);
    Manifest kept = Manifest.fromJson(create(place, manifest.toJson()));
    if (stated.isPresent() && stated.getAsLong() != kept.rows()) {
      known.happened(EventName.TOTAL_DIFFERS, Map.of("stated", stated.getAsLong(), "rows", kept.rows()));
    }
    known.happened(EventName.EXTRACTION_COMPLETED,
        Map.of("sourceObject", place.key(), "rows", kept.rows(), "parts", kept.parts().size()));
    return completed(event, kept);
  }

  /** Rows beyond the stated total are what a living site adds while it is read; missing ones are never passed over. */
  private static void requireEnough(ExtractEvent event, OptionalLong stated, long rows) {
    if (stated.isPresent() && rows < stated.getAsLong()) {
      throw new SourceChangedException(Fault.TOO_FEW_ROWS,
          "%s states %,d rows, but only %,d came".formatted(event.source(), stated.getAsLong(), rows));
    }
  }

  /**
   * Creates the object, or gives the one that another attempt at the same leg created first: either names only parts
   * that are there, and two attempts that ran side by side must give the same answer.
   */
  private byte[] create(ObjectRef place, byte[] bytes) {
    try {
      target.store().putIfAbsent(place, bytes, Map.of());
      return bytes;
    } catch (ConflictException otherAttemptWasFirst) {
      return read(place).orElseThrow(() -> otherAttemptWasFirst);
    }
  }

  private Optional<byte[]> read(ObjectRef place) {
    try (InputStream in = target.store().open(place)) {
      return Optional.of(in.readAllBytes());
    } catch (MissingObjectException absent) {
      return Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + place.uri(), broken);
    }
  }

  private ObjectRef manifest(ExtractEvent event) {
    return new ObjectRef(target.bucket(), event.partition().manifest());
  }

  private ObjectRef checkpoint(ExtractEvent event, int leg) {
    return new ObjectRef(target.bucket(), event.partition().checkpoint(leg));
  }

  private Checkpoint checkpointOf(byte[] bytes, ExtractEvent event, int leg) {
    return Checkpoint.fromJson(bytes, checkpoint(event, leg).uri());
  }

  private static ExtractAnswer paused(ExtractEvent event, Checkpoint at) {
    return new ExtractAnswer(event.source(), Status.CONTINUE, event.leg(), at.rows(), at.statedTotal(), null, at.parts().size());
  }

  private static ExtractAnswer completed(ExtractEvent event, Manifest manifest) {
    return new ExtractAnswer(event.source(), Status.COMPLETE, event.leg(), manifest.rows(), manifest.statedTotal(),
        event.partition().manifest(), manifest.parts().size());
  }

  private static Long boxed(OptionalLong total) {
    return total.isPresent() ? total.getAsLong() : null;
  }
}
