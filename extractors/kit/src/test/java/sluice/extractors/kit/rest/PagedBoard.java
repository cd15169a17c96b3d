package sluice.extractors.kit.rest;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sluice.extractors.kit.http.ScriptedSite;
import sluice.extractors.kit.http.ScriptedSite.Request;

/** A well-behaved site of numbered rows, for scripts to misbehave from. */
final class PagedBoard {
  private PagedBoard() {}

  /** Serves {@code count} rows by offset and limit. */
  static Function<Request, ScriptedSite.Reply> of(int count) {
    return request -> page(request, count, count);
  }

  /** The page that was asked for, out of {@code count} rows, stating {@code total}. */
  static ScriptedSite.Reply page(Request request, int count, long total) {
    int offset = Integer.parseInt(request.query("offset"));
    int end = Math.min(count, offset + Integer.parseInt(request.query("limit")));
    return ScriptedSite.json(body(IntStream.range(offset, Math.max(offset, end)).boxed().toList(), total));
  }

  static String body(List<Integer> ids, long total) {
    return ids.stream().map(id -> "{\"id\":" + id + ",\"fullyRemote\":" + (id % 2 == 0) + "}")
        .collect(Collectors.joining(",", "{\"rows\":[", "],\"total\":" + total + "}"));
  }
}
