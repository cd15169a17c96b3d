package sluice.local.sites.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.local.sites.web.Ask;
import sluice.local.sites.web.BadAskException;
import sluice.local.sites.web.Json;
import sluice.local.sites.web.Reply;
import sluice.local.sites.web.SiteServer;

/** The job board: a page without a single advert in it, and the endpoint from which its script fetches them in chunks. */
public final class BoardRoutes {
  private static final int LARGEST_CHUNK = 50;

  private final Board board;
  private final String page = resource("board.html");
  private final String script = resource("board.js");

  public BoardRoutes(Board board) {
    this.board = board;
  }

  public void addTo(SiteServer server) {
    server.route("devitjobs", "/devitjobs/jobs/" + board.category() + "/all", ask -> Reply.text(200, Reply.HTML, page))
        .route("devitjobs-script", "/devitjobs/board.js", ask -> Reply.text(200, Reply.SCRIPT, script))
        .route("devitjobs-chunk", "/devitjobs/api/jobs", this::chunk);
  }

  private Reply chunk(Ask ask) {
    int from = number(ask, "from");
    int count = Math.min(LARGEST_CHUNK, number(ask, "count"));
    List<Advert> all = board.adverts();
    int start = Math.min(from, all.size());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("category", board.category());
    body.put("total", all.size());
    body.put("jobs", all.subList(start, Math.min(all.size(), start + count)));
    return Reply.json(200, Json.write(body));
  }

  private static int number(Ask ask, String name) {
    String text = ask.param(name).orElse("");
    if (!text.matches("\\d{1,6}")) {
      throw new BadAskException(name + ": expected a whole number, found \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }

  private static String resource(String name) {
    try (InputStream in = BoardRoutes.class.getResourceAsStream("/sluice/local/sites/board/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
