package sluice.extractors.kit.rest;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.extractors.kit.json.FieldPath;

/** How a site cuts its rows into pages: which query parameters ask for the next one, and when there is none. */
sealed interface Paginator {

  /** The query parameters that ask for the page at this place. */
  Map<String, String> params(Place place);

  /** Where a page states how many rows there are in all. */
  Optional<FieldPath> total();

  /**
   * Whether there is another page.
   *
   * @param next the place behind the page that was read
   * @param rowsOnPage rows of that page
   * @param stated the total it states
   */
  boolean more(Place next, long rowsOnPage, OptionalLong stated);

  /** How many rows a full page has, as far as we know; bounds how far a stated total may fall while we page. */
  long pageSize();

  /** Asks for so many rows from a row on. */
  record Offset(long limit, String limitParam, String offsetParam, Optional<FieldPath> total) implements Paginator {
    @Override
    public Map<String, String> params(Place place) {
      // Rows received, not pages times limit: a site that sends shorter pages than asked for must not make us skip rows.
      return Map.of(limitParam, Long.toString(limit), offsetParam, Long.toString(place.rows()));
    }

    @Override
    public boolean more(Place next, long rowsOnPage, OptionalLong stated) {
      return untilStatedOrEmpty(next, rowsOnPage, stated);
    }

    @Override
    public long pageSize() {
      return limit;
    }
  }

  /** Asks for pages by their number. */
  record PageNumber(long first, String pageParam, Optional<Size> size, Optional<FieldPath> total) implements Paginator {
    private static final long USUAL_SIZE = 50;

    /** How many rows to ask for, and how. */
    record Size(long rows, String param) {}

    @Override
    public Map<String, String> params(Place place) {
      String page = Long.toString(first + place.pages());
      return size.map(s -> Map.of(pageParam, page, s.param(), Long.toString(s.rows()))).orElse(Map.of(pageParam, page));
    }

    @Override
    public boolean more(Place next, long rowsOnPage, OptionalLong stated) {
      return untilStatedOrEmpty(next, rowsOnPage, stated);
    }

    @Override
    public long pageSize() {
      return size.map(Size::rows).orElse(USUAL_SIZE);
    }
  }

  /** Everything comes at once. */
  record None(Optional<FieldPath> total) implements Paginator {
    @Override
    public Map<String, String> params(Place place) {
      return Map.of();
    }

    @Override
    public boolean more(Place next, long rowsOnPage, OptionalLong stated) {
      return false;
    }

    @Override
    public long pageSize() {
      return 1;
    }
  }

  /**
   * Without a total only an empty page is the end: a short one may be short for the site's own reasons.
   */
  private static boolean untilStatedOrEmpty(Place next, long rowsOnPage, OptionalLong stated) {
    return rowsOnPage > 0 && (stated.isEmpty() || next.rows() < stated.getAsLong());
  }
}
