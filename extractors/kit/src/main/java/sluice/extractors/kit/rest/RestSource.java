package sluice.extractors.kit.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.Cursor;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.LimitExceededException;
import sluice.extractors.kit.Progress;
import sluice.extractors.kit.RowWriter;
import sluice.extractors.kit.Source;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.extractors.kit.http.Answer;
import sluice.extractors.kit.http.Ask;
import sluice.extractors.kit.http.GuardedHttp;
import sluice.extractors.kit.json.BadPageException;
import sluice.extractors.kit.json.FieldColumns;
import sluice.extractors.kit.json.Page;
import sluice.extractors.kit.json.PageReader;
import sluice.extractors.kit.retry.OutOfTimeException;
import sluice.extractors.kit.retry.Setback;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.source.Limits;

/** Reads a REST source page by page, as its source.yml says; a source of this kind needs no code of its own. */
public final class RestSource implements Source {
  private final RestConfig config;
  private final Limits limits;
  private final GuardedHttp http;
  private final EventLog log;

  public RestSource(RestConfig config, Limits limits, GuardedHttp http, EventLog log) {
    this.config = config;
    this.limits = limits;
    this.http = http;
    this.log = log;
  }

  @Override
  public Progress read(Cursor from, RowWriter out, Budget budget) throws IOException {
    PageReader reader = reader(out);
    Place place = Place.of(from);
    OptionalLong stated = OptionalLong.empty();
    for (boolean first = true; ; first = false) {
      if (!first && budget.spent()) {
        return new Progress.Paused(place.cursor(), stated);
      }
      Page page;
      try {
        page = page(place, reader, budget);
      } catch (OutOfTimeException outOfTime) {
        if (first) {
          throw outOfTime.failure();
        }
        return new Progress.Paused(place.cursor(), stated);
      }
      stated = page.stated();
      requireNewRows(place, page);
      place = after(place, page);
      logPage(place, page);
      if (!config.paginator().more(place, page.rows(), stated)) {
        return new Progress.Finished(stated);
      }
    }
  }

  private PageReader reader(RowWriter out) {
    Map<Integer, byte[]> carried = new LinkedHashMap<>();
    config.carryParams().forEach((column, param) ->
        carried.put(out.column(column), config.params().get(param).getBytes(StandardCharsets.UTF_8)));
    return new PageReader(config.rows(), config.paginator().total(), out,
        new FieldColumns(out.columns(), config.carryParams().keySet()),
        () -> carried.forEach((column, value) -> out.add(column, value, 0, value.length)));
  }

  private Page page(Place place, PageReader reader, Budget budget) throws IOException {
    String what = name(place);
    if (place.pages() >= limits.requests()) {
      throw new LimitExceededException(Fault.REQUEST_LIMIT,
          "%s would be more than %,d requests, the limit of its source.yml (limits.requests); %,d rows so far"
              .formatted(what, limits.requests(), place.rows()));
    }
    return http.ask(what, ask(place), budget, answer -> read(what, answer, reader));
  }

  private static Page read(String what, Answer answer, PageReader reader) throws Setback {
    String answered = what + " answered 200, but ";
    if (!answer.saysJson()) {
      throw Setback.unexpected(Fault.NOT_JSON,
          answered + "with " + answer.contentType() + " instead of JSON; it says: " + answer.beginning());
    }
    try {
      return reader.read(answer.body());
    } catch (BadPageException bad) {
      String told = answered + bad.getMessage() + "; it says: " + answer.beginning();
      boolean cut = bad.fault() == Fault.TRUNCATED_ANSWER;
      if (reader.rowsBegun() > 0) {
        // Some of the page's rows are written: asking once more here would write them twice.
        throw cut ? new SourceUnavailableException(bad.fault(), told, bad) : new SourceChangedException(bad.fault(), told, bad);
      }
      throw cut ? Setback.unavailable(bad.fault(), told, bad) : Setback.unexpected(bad.fault(), told);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private void requireNewRows(Place place, Page page) {
    if (page.rows() > 0 && page.fingerprint().equals(place.lastFingerprint())) {
      throw new SourceChangedException(Fault.REPEATED_PAGE,
          "%s has the same %,d rows as the page before it: the site does not page any more".formatted(name(place), page.rows()));
    }
    if (page.stated().isPresent() && page.stated().getAsLong() < place.highestStated() - tolerated(place.highestStated())) {
      throw new SourceChangedException(Fault.TOTAL_COLLAPSED,
          "%s states %,d rows in all, an earlier page stated %,d"
              .formatted(name(place), page.stated().getAsLong(), place.highestStated()));
    }
  }

  /** Adverts end while we read: a page's worth, or one in ten, is a living site. */
  private long tolerated(long total) {
    return Math.max(config.paginator().pageSize(), total / 10);
  }

  private static Place after(Place place, Page page) {
    return new Place(
        place.pages() + 1,
        place.rows() + page.rows(),
        Math.max(place.highestStated(), page.stated().orElse(-1)),
        page.rows() > 0 ? page.fingerprint() : place.lastFingerprint());
  }

  private void logPage(Place place, Page page) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("page", place.pages());
    fields.put("rows", place.rows());
    page.stated().ifPresent(total -> fields.put("of", total));
    log.happened(EventName.PAGE_READ, fields);
    if (page.stated().isPresent() && page.stated().getAsLong() < place.highestStated()) {
      log.happened(EventName.TOTAL_DIFFERS, Map.of("stated", page.stated().getAsLong(), "before", place.highestStated()));
    }
  }

  private String name(Place place) {
    return "page %,d of %s %s".formatted(place.pages() + 1, config.method(), config.path());
  }

  private Ask ask(Place place) {
    Map<String, String> params = new LinkedHashMap<>(config.params());
    params.putAll(new TreeMap<>(config.paginator().params(place)));
    String query = params.entrySet().stream()
        .map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
        .collect(Collectors.joining("&"));
    URI uri = URI.create(config.baseUrl() + config.path() + (query.isEmpty() ? "" : "?" + query));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("User-Agent", "sluice");
    config.body().ifPresent(any -> headers.put("Content-Type", "application/json"));
    config.headers().forEach((name, value) -> {
      headers.keySet().removeIf(name::equalsIgnoreCase);
      headers.put(name, value);
    });
    return new Ask(config.method(), uri, headers, config.body().map(b -> b.getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
