package sluice.extractors.kit.engine;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.LimitExceededException;
import sluice.extractors.kit.RowWriter;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.ParquetRowSink;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;

/**
 * Writes rows into one Parquet file after another and sends each off when it is large enough.
 *
 * <p>Where a file ends depends on its rows only, so that the same rows make the same parts; and at most one file is on
 * disk, however many rows come.
 */
final class RollingParts implements RowWriter, Closeable {
  private final ObjectStore store;
  private final String bucket;
  private final PartitionKey partition;
  private final List<String> columns;
  private final Path folder;
  private final long partBytes;
  private final long rowLimit;
  private final EventLog log;
  private final List<Part> parts;
  private long rows;
  private Path file;
  private ParquetRowSink sink;

  RollingParts(Extraction.Target target, PartitionKey partition, List<String> columns, Path folder, long rowLimit,
      EventLog log, Checkpoint from) {
    this.store = target.store();
    this.bucket = target.bucket();
    this.partBytes = target.partBytes();
    this.partition = partition;
    this.columns = List.copyOf(columns);
    this.folder = folder;
    this.rowLimit = rowLimit;
    this.log = log;
    this.parts = new ArrayList<>(from.parts());
    this.rows = from.rows();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void add(int column, byte[] utf8, int offset, int length) {
    sink().add(column, utf8, offset, length);
  }

  @Override
  public void endRow() throws IOException {
    if (rows >= rowLimit) {
      throw new LimitExceededException(Fault.ROW_LIMIT,
          "%s has more than %,d rows, the limit of its source.yml (limits.rows)".formatted(partition.dataset(), rowLimit));
    }
    sink().endRow();
    rows++;
    if (sink.bytes() >= partBytes) {
      finishPart();
    }
  }

  @Override
  public long rows() {
    return rows;
  }

  /** Ends the part that is open, if there is one, and gives all parts of all legs. */
  List<Part> finish() throws IOException {
    finishPart();
    return List.copyOf(parts);
  }

  private ParquetRowSink sink() {
    if (sink == null) {
      file = folder.resolve("part-" + parts.size() + ".parquet");
      try {
        sink = new ParquetRowSink(file, columns);
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
    }
    return sink;
  }

  private void finishPart() throws IOException {
    if (sink == null) {
      return;
    }
    sink.close();
    String sha256 = Sha256.of(file);
    Part part = new Part(parts.size(), partition.part(Zone.RAW, parts.size(), sha256), Files.size(file), sink.rows(), sha256);
    store.putIfAbsent(new ObjectRef(bucket, part.key()), file, Map.of("sha256", sha256));
    log.happened(EventName.PART_WRITTEN,
        Map.of("sourceObject", part.key(), "rows", part.rows(), "bytes", part.bytes()));
    parts.add(part);
    Files.delete(file);
    sink = null;
  }

  /** Lets go of a file that was not finished; what it held is read again by the next attempt. */
  @Override
  public void close() throws IOException {
    if (sink != null) {
      ParquetRowSink abandoned = sink;
      sink = null;
      try {
        abandoned.close();
      } catch (IllegalStateException rowWasOpen) {
        // The failure that ended this leg came in the middle of a row, and is on its way to the caller.
      }
      Files.deleteIfExists(file);
    }
  }
}
