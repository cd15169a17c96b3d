package sluice.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import sluice.lake.athena.Queries;
import sluice.lake.athena.QueryFailedException;

/** Gives each query a row of one number, unless it holds a word that the test says is refused. */
final class FakeAthena implements Queries {
  final List<String> asked = new ArrayList<>();
  private final Map<String, String> refused = new HashMap<>();
  private final Map<String, String> refusedAtOnce = new HashMap<>();
  private String number = "1";

  FakeAthena answering(String value) {
    number = value;
    return this;
  }

  FakeAthena refusing(String word, String reason) {
    refused.put(word, reason);
    return this;
  }

  FakeAthena refusingAtOnce(String word, String reason) {
    refusedAtOnce.put(word, reason);
    return this;
  }

  @Override
  public String start(String sql) {
    complain(refusedAtOnce, sql);
    asked.add(sql);
    return "q" + asked.size();
  }

  @Override
  public void await(String queryId) {
    rows(queryId);
  }

  @Override
  public List<List<String>> rows(String queryId) {
    String sql = asked.get(Integer.parseInt(queryId.substring(1)) - 1);
    complain(refused, sql);
    long columns = Pattern.compile(" AS \"c\\d+\"").matcher(sql).results().count();
    return List.of(Collections.nCopies((int) columns, number));
  }

  private static void complain(Map<String, String> words, String sql) {
    words.forEach((word, reason) -> {
      if (sql.contains(word)) {
        throw new QueryFailedException("q", "FAILED", reason);
      }
    });
  }
}
