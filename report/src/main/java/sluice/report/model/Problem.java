package sluice.report.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something a person may have to do something about; it answers what happened, what was tried, what is safe, what to type.
 *
 * @param code the stable name that notice, log and terminal use too
 * @param where a dataset, a stage, a model
 * @param next commands to type, the best first
 * @param link an address in the page or an https one; anything else is not linked
 */
public record Problem(
    String code,
    Level level,
    String where,
    String what,
    List<String> tried,
    Optional<String> safe,
    List<String> next,
    Optional<Instant> since,
    Optional<String> link) {
  public Problem {
    tried = List.copyOf(tried);
    next = List.copyOf(next);
  }

  /** A problem with nothing but its name, its place and its story. */
  public static Problem of(String code, Level level, String where, String what) {
    return new Problem(code, level, where, what, List.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  public Problem next(String... commands) {
    return new Problem(code, level, where, what, tried, safe, List.of(commands), since, link);
  }

  public Problem tried(String... attempts) {
    return new Problem(code, level, where, what, List.of(attempts), safe, next, since, link);
  }

  public Problem safe(String state) {
    return new Problem(code, level, where, what, tried, Optional.of(state), next, since, link);
  }

  public Problem since(Instant first) {
    return new Problem(code, level, where, what, tried, safe, next, Optional.of(first), link);
  }

  public Problem link(String address) {
    return new Problem(code, level, where, what, tried, safe, next, since, Optional.of(address));
  }
}
