package sluice.validator.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Format;
import sluice.lake.parquet.ReadLimits;
import sluice.lake.parquet.UnreadableParquetException;
import sluice.lake.store.Sha256;
import sluice.validator.Reason;
import sluice.validator.Refusal;
import sluice.validator.file.read.CsvReader;
import sluice.validator.file.read.JsonArrayReader;
import sluice.validator.file.read.JsonColumns;
import sluice.validator.file.read.JsonLinesReader;
import sluice.validator.file.read.Opening;
import sluice.validator.file.read.ParquetReader;
import sluice.validator.file.read.RowGuard;
import sluice.validator.file.read.RowReceiver;
import sluice.validator.file.unique.Seen;
import sluice.validator.file.unique.Uniqueness;
import sluice.validator.file.write.AcceptedFile;
import sluice.validator.file.write.RefusedFile;

/**
 * Judges one file against one contract in memory that does not grow with the file: in one pass, or in two where the rows
 * are so many that only a look at all of them tells which are repeated.
 *
 * <p>Every row ends in exactly one place: in the accepted file, in the refused one with its reason, or nowhere because an
 * equal row was accepted before. The same file, contract, limits and seen rows give the same bytes, however much memory
 * there is. Heap: {@link Limits#memoryForUniqueness}, about 100 MB, and a bit for each row; disk: the outputs, 40 bytes for each
 * row, and a gzipped Parquet file unpacked.
 *
 * <p>Safe for several threads, as long as they name different outputs.
 */
public final class FileGate {
  private final Path workFolder;
  private final Limits limits;

  /** @param workFolder for what does not fit memory; empty again after every call */
  public FileGate(Path workFolder, Limits limits) {
    this.workFolder = Objects.requireNonNull(workFolder, "workFolder");
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /** An {@link IOException} means that disk or file could not be read or written; whatever the data is, it has a judgement. */
  public Judgement judge(Input input, Contract contract, Seen seen, Outputs outputs) throws IOException {
    Path work = Files.createTempDirectory(workFolder, "judge");
    RowGuard guard = newGuard();
    Judgement judgement = null;
    try {
      judgement = new Pass(input, contract, outputs, work, guard).run(seen);
    } catch (Refusal refusal) {
      judgement = new Judgement.ObjectRefused(refusal.reason(), refusal.getMessage(), guard.rows());
    } catch (UnreadableParquetException unreadable) {
      judgement = new Judgement.ObjectRefused(
          unreadable.isTooLarge() ? Reason.TOO_LARGE_INSIDE : Reason.UNREADABLE_OBJECT, unreadable.getMessage(), guard.rows());
    } catch (DriftStop stop) {
      judgement = new Judgement.Stop(stop.reason(), stop.getMessage(), guard.rows());
    } finally {
      if (!(judgement instanceof Judgement.RowsJudged)) {
        delete(outputs.accepted(), outputs.refused(), outputs.fingerprints());
      }
      clear(work);
    }
    return judgement;
  }

  private RowGuard newGuard() {
    return new RowGuard(limits.longestRow(), limits.keptRaw(), limits.rows());
  }

  private final class Pass {
    private final Input input;
    private final Contract contract;
    private final Outputs outputs;
    private final Path work;
    private final RowGuard guard;

    Pass(Input input, Contract contract, Outputs outputs, Path work, RowGuard guard) {
      this.input = input;
      this.contract = contract;
      this.outputs = outputs;
      this.work = work;
      this.guard = guard;
    }

    Judgement run(Seen seen) throws IOException {
      delete(outputs.refused());
      AcceptedFile accepted = new AcceptedFile(outputs.accepted(), contract, acceptedLineage(), limits.salt());
      RefusedFile refused = new RefusedFile(outputs.refused(), refusedLineage(), limits.keptRaw());
      try (Uniqueness uniqueness = new Uniqueness(seen, work, limits.memoryForUniqueness())) {
        RowGate gate = new RowGate(contract, input.maker(), limits, uniqueness, accepted, refused);
        try (accepted; refused) {
          read(guard, gate);
          gate.end();
          BitSet repeated = uniqueness.finish(outputs.fingerprints());
          if (gate.hasWaiting()) {
            read(newGuard(), gate.second(repeated));
          }
        }
        return judged(gate, accepted.rows());
      }
    }

    private void read(RowGuard guard, RowReceiver gate) throws IOException {
      Format format = input.maker() == Input.Maker.EXTRACTOR ? new Format.Parquet() : contract.format();
      Opening opening = new Opening(input.file(), input.name(), format, limits.decodedBytes(), limits.largestRatio());
      List<String> columns = ColumnMap.headers(contract, input.maker());
      switch (format) {
        case Format.Csv csv -> {
          try (InputStream in = opening.text()) {
            new CsvReader(in, csv, guard).read(columns, gate);
          }
        }
        case Format.JsonLines ignored -> {
          try (InputStream in = opening.text()) {
            new JsonLinesReader(in, guard).read(JsonColumns.of(contract, limits.deepestNesting()), gate);
          }
        }
        case Format.JsonArray ignored -> {
          try (InputStream in = opening.text()) {
            new JsonArrayReader(in, guard).read(JsonColumns.of(contract, limits.deepestNesting()), gate);
          }
        }
        case Format.Parquet ignored -> new ParquetReader(opening.parquet(work), new ReadLimits(limits.decodedBytes(), limits.rows()), guard)
            .read(input.maker() == Input.Maker.EXTRACTOR ? ParquetReader.Types.TEXT_ONLY : ParquetReader.Types.ANY, gate);
      }
    }

    private Judgement judged(RowGate gate, long accepted) throws IOException {
      if (accepted == 0) {
        delete(outputs.accepted(), outputs.fingerprints());
      }
      return new Judgement.RowsJudged(gate.read(), accepted, gate.quarantined(), gate.duplicates(), gate.reasons(),
          written(outputs.accepted()), written(outputs.refused()));
    }

    private List<String> acceptedLineage() {
      Origin origin = input.origin();
      return Arrays.asList(origin.runId(), origin.runStartedAt().toString(), origin.sourceObject(), origin.sourceVersion(), null,
          Integer.toString(contract.version()));
    }

    private List<String> refusedLineage() {
      List<String> lineage = new ArrayList<>(acceptedLineage());
      lineage.removeIf(Objects::isNull);
      return lineage;
    }
  }

  private static Judgement.Written written(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Judgement.Written.NONE;
    }
    return new Judgement.Written(Files.size(file), Sha256.of(file));
  }

  private static void delete(Path... files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
