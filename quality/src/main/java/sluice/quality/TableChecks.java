package sluice.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.athena.Queries;
import sluice.lake.athena.QueryFailedException;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.WrittenRule;
import sluice.quality.rules.Target;
import sluice.quality.sql.CompiledRule;
import sluice.quality.sql.Finding;
import sluice.quality.sql.Scope;
import sluice.quality.sql.TableQuery;

/**
 * The rules of one table, being checked.
 *
 * <p>One query answers them all. If it fails, each rule is asked by itself, so that the one at fault is known by name and the
 * others are judged all the same.
 */
final class TableChecks {
  /** Where queries run whose names without a database are of this one. */
  @FunctionalInterface
  interface Engines {
    Queries of(String database);
  }

  private final String table;
  private final List<WrittenRule> written;
  private final Map<WrittenRule, CompiledRule> compiled = new LinkedHashMap<>();
  private final Map<WrittenRule, Finding> findings = new LinkedHashMap<>();
  private Target target;
  private Queries queries;
  private TableQuery query;
  private String queryId;

  private TableChecks(String table, List<WrittenRule> written) {
    this.table = table;
    this.written = written;
  }

  /** @param target nothing where there is no such table, which no rule survives */
  static TableChecks begun(String table, Optional<Target> target, List<WrittenRule> written, Instant startedAt, Engines engines) {
    TableChecks checks = new TableChecks(table, written);
    target.ifPresentOrElse(
        there -> checks.begin(there, startedAt, engines),
        () -> written.forEach(rule -> checks.findings.put(rule, Finding.error("there is no such table"))));
    return checks;
  }

  private void begin(Target there, Instant startedAt, Engines engines) {
    target = there;
    queries = engines.of(there.database());
    Scope scope = new Scope(there.columns(), there.references(), startedAt);
    for (WrittenRule rule : written) {
      try {
        compiled.put(rule, CompiledRule.of(rule.rule(), scope));
      } catch (RefusedRuleException refused) {
        findings.put(rule, Finding.error(refused.problem().what()));
      }
    }
    query = new TableQuery(there.rows(), compiled.values());
    if (query.isNeeded()) {
      try {
        queryId = queries.start(query.sql());
      } catch (QueryFailedException askedOneByOne) {
        queryId = null;
      }
    }
  }

  /** Waits for the answers; the results are in the order of the rules. */
  List<RuleResult> results() {
    judge();
    List<RuleResult> results = new ArrayList<>();
    for (WrittenRule rule : written) {
      CompiledRule form = compiled.get(rule);
      results.add(new RuleResult(table, rule.text(), rule.source().severity(), form == null ? null : form.metric(),
          form == null ? null : form.expected(), findings.get(rule)));
    }
    return results;
  }

  private void judge() {
    if (compiled.isEmpty()) {
      return;
    }
    try {
      TableQuery.Values values = query.isNeeded() ? values(query, queryId) : query.values(List.of());
      compiled.forEach((rule, form) -> findings.put(rule, form.judge(values)));
    } catch (QueryFailedException oneOfThem) {
      compiled.forEach((rule, form) -> findings.put(rule, alone(form)));
    }
  }

  private Finding alone(CompiledRule form) {
    TableQuery own = new TableQuery(target.rows(), List.of(form));
    try {
      return form.judge(own.isNeeded() ? values(own, queries.start(own.sql())) : own.values(List.of()));
    } catch (QueryFailedException itself) {
      return Finding.error(itself.getMessage());
    }
  }

  private TableQuery.Values values(TableQuery asked, String id) {
    if (id == null) {
      throw new QueryFailedException("of " + table, "REFUSED", "it did not start");
    }
    List<List<String>> rows = queries.rows(id);
    if (rows.size() != 1) {
      throw new QueryFailedException(id, "SUCCEEDED", "expected one row, found " + rows.size());
    }
    return asked.values(rows.getFirst());
  }
}
