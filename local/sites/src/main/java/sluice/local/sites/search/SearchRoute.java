package sluice.local.sites.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sluice.local.sites.web.Ask;
import sluice.local.sites.web.Json;
import sluice.local.sites.web.Reply;
import sluice.local.sites.web.SiteServer;

/** The search of the sample API: pages by offset and limit, and states in every answer how many postings there are in all. */
public final class SearchRoute {
  private final Postings postings;

  public SearchRoute(Postings postings) {
    this.postings = postings;
  }

  public void addTo(SiteServer server) {
    server.route("nofluffjobs", "/nofluffjobs/api/search/posting", this::answer);
  }

  private Reply answer(Ask ask) {
    SearchAsk search = SearchAsk.of(ask);
    List<String> page = postings.page(search.offset(), search.limit());
    int total = postings.rows().size();
    int pages = (total + search.limit() - 1) / search.limit();
    ObjectNode rest = Json.MAPPER.createObjectNode();
    rest.put("totalCount", total).put("totalPages", pages).put("exactMatchesPages", pages).put("rawSearch", search.rawSearch())
        .put("locationCriteria", false).put("divs", page.size());
    rest.putArray("additionalSearch");
    rest.putObject("params").put("pageSize", search.limit()).put("page", 1 + search.offset() / search.limit());
    // The postings are text already; parsing them only to write them again would be most of the work of a page.
    String tail = Json.write(rest).substring(1);
    return Reply.json(200, "{\"postings\":[" + String.join(",", page) + "]," + tail);
  }
}
