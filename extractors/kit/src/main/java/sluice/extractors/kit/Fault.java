package sluice.extractors.kit;

/** What can go wrong with a source, each with the code that notices, reports and {@code explain} know it by. */
public enum Fault {
  /** The site does not answer, or only with 5xx, time-outs or resets. */
  SITE_UNAVAILABLE("S101"),
  /** The site answers 429: it is there, and wants us to slow down. */
  TOO_MANY_REQUESTS("S102"),
  /** The answer ends before its end. */
  TRUNCATED_ANSWER("S103"),
  /** Another content type than JSON, such as a maintenance page. */
  NOT_JSON("S104"),
  /** JSON was promised, something that is none was sent. */
  MALFORMED_JSON("S105"),
  /** The list of rows is not where it was. */
  NO_ROWS_FIELD("S106"),
  /** The number of rows that the site used to state is missing. */
  NO_TOTAL("S107"),
  /** A page is the page before it once more. */
  REPEATED_PAGE("S108"),
  /** Fewer rows than the source itself states. */
  TOO_FEW_ROWS("S109"),
  /** The stated number of rows fell further than a living site explains. */
  TOTAL_COLLAPSED("S110"),
  /** The site refuses the request as such (4xx). */
  REQUEST_REFUSED("S111"),
  /** The site sends us to a place that this source may not talk to. */
  REDIRECT_REFUSED("S112"),
  /** An element of the list of rows has another type or shape than a row. */
  NOT_A_ROW("S113"),

  /** A page in the browser lacks an element without which it cannot be read. */
  PAGE_CHANGED("S201"),
  /** The page could not be loaded in the browser. */
  PAGE_UNAVAILABLE("S202"),
  /** The browser itself could not be started, or died. */
  BROWSER_FAILED("S203"),

  /** Nothing accepts connections there. */
  DATABASE_UNAVAILABLE("S301"),
  /** The database is there and refuses user, password or database name. */
  DATABASE_REFUSES_US("S302"),
  /** The secret is missing, or lacks a key. */
  SECRET_INCOMPLETE("S303"),
  /** The database refuses the query: a table or column is gone or renamed. */
  QUERY_REFUSED("S304"),
  /** The connection was lost while rows were read. */
  DATABASE_LOST("S305"),

  /** More rows than the source's limit. */
  ROW_LIMIT("S401"),
  /** More requests than the source's limit, as an endless list of pages needs. */
  REQUEST_LIMIT("S402"),
  /** An answer larger than the source's limit. */
  ANSWER_LIMIT("S403"),
  /** A step bound of the source itself, such as the number of scrolls. */
  STEP_LIMIT("S404");

  private final String code;

  Fault(String code) {
    this.code = code;
  }

  /** The stable code, such as {@code S107}. */
  public String code() {
    return code;
  }
}
