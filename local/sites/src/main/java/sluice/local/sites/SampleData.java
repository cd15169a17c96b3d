package sluice.local.sites;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import sluice.local.sites.board.Board;
import sluice.local.sites.board.RecordedBoard;
import sluice.local.sites.rates.RateHistory;
import sluice.local.sites.rates.RecordedRates;
import sluice.local.sites.sample.GeneratedBoard;
import sluice.local.sites.sample.GeneratedPostings;
import sluice.local.sites.sample.GeneratedRates;
import sluice.local.sites.search.Postings;
import sluice.local.sites.web.Json;

/** What the three sites show: either all recorded, or all generated from the seed. */
record SampleData(Board board, Postings postings, RateHistory rates) {
  private static final int YEARS_OF_RATES = 2;

  static SampleData of(SitesOptions options) {
    return options.data().map(SampleData::recorded).orElseGet(() -> generated(options));
  }

  private static SampleData generated(SitesOptions options) {
    return new SampleData(GeneratedBoard.of(options.seed(), options.adverts(), options.today()),
        GeneratedPostings.of(options.seed(), options.postings(), options.today()),
        new GeneratedRates(options.seed(), options.today().minusYears(YEARS_OF_RATES), options.today()));
  }

  private static SampleData recorded(Path data) {
    List<JsonNode> answers = files(data, "nofluffjobs/api_search", "*.json").stream().map(Json::read).toList();
    JsonNode adverts = Json.read(files(data, "devitjobs_family", "*_jobsLight_*.json").getLast());
    return new SampleData(RecordedBoard.from(adverts), Postings.ofAnswers(answers),
        new RecordedRates(files(data, "fx", "eurofxref-hist.csv.gz").getFirst()));
  }

  /** In the order of their names, which for recorded files is the order of their days. */
  private static List<Path> files(Path data, String folder, String glob) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    Path in = data.resolve(folder);
    if (!Files.isDirectory(in)) {
      throw new IllegalArgumentException("--data: expected a folder with " + folder + "/" + glob + ", found no " + in);
    }
    try (Stream<Path> all = Files.list(in)) {
      List<Path> found = all.filter(file -> matcher.matches(file.getFileName())).sorted().toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException("--data: expected " + folder + "/" + glob + ", found no such file in " + in);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
