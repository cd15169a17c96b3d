package sluice.extractors.kit.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import sluice.extractors.kit.ExtractAnswer;
import sluice.extractors.kit.ExtractEvent;
import sluice.extractors.kit.Progress;
import sluice.extractors.kit.Source;
import sluice.extractors.kit.json.BadPageException;
import sluice.extractors.kit.json.FieldColumns;
import sluice.extractors.kit.json.FieldPath;
import sluice.extractors.kit.json.PageReader;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.event.EventLog;
import sluice.lake.source.Limits;
import sluice.lake.store.FolderObjectStore;

/** Takes a folder of JSON pages into a raw zone as an extractor's function would; for {@code bench/extract_json.py}. */
final class PagesBench {
  private PagesBench() {}

  /** Arguments: the folder with the pages, one for the raw zone, and the columns. */
  public static void main(String[] arguments) throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      pages = files.sorted().toList();
    }
    Path out = Files.createDirectories(Path.of(arguments[1]));
    DatasetName postings = new DatasetName("postings");
    List<Column> columns = Stream.of(arguments[2].split(",")).map(name -> new Column(name, LogicalType.STRING, false, "Made up.")).toList();
    Contract contract = new Contract(postings, 1, "One row per posting.", "bench", Load.SNAPSHOT, List.of("id"), columns);
    ExtractEvent event = new ExtractEvent(postings, new RunId("bench"), LocalDate.EPOCH, Instant.EPOCH, 0);
    Extraction extraction = new Extraction(new Extraction.Target(new FolderObjectStore(out.resolve("store")), "raw", Extraction.Target.PART_BYTES),
        out.resolve("work"), new EventLog(new PrintStream(OutputStream.nullOutputStream()), Clock.systemUTC()));
    ExtractAnswer answer = extraction.run(event, contract, new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, Duration.ofHours(1)),
        source(pages), () -> Duration.ofHours(1));
    System.out.println("{\"rows\": " + answer.rows() + "}");
  }

  private static Source source(List<Path> pages) {
    return (from, out, budget) -> {
      PageReader reader = new PageReader(FieldPath.parse("postings"), Optional.of(FieldPath.parse("totalCount")), out,
          new FieldColumns(out.columns(), List.of()), () -> { });
      OptionalLong stated = OptionalLong.empty();
      for (Path page : pages) {
        try {
          stated = reader.read(Files.readAllBytes(page)).stated();
        } catch (BadPageException broken) {
          throw new IOException(page + " " + broken.getMessage(), broken);
        }
      }
      return new Progress.Finished(stated);
    };
  }
}
