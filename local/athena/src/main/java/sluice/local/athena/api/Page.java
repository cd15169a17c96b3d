package sluice.local.athena.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Some entries of a list and the token for the next ones: the token is the position in the list. */
record Page<T>(List<T> entries, int next, int size) {

    static <T> Page<T> of(JsonNode request, List<T> all, int most) {
        int from = Json.text(request, "NextToken").map(Page::position).orElse(0);
        int to = (int) Math.min(all.size(), (long) from + Json.pageSize(request, most));
        if (from > all.size()) {
            throw invalid(String.valueOf(from));
        }
        return new Page<>(all.subList(from, to), to, all.size());
    }

    void writeToken(ObjectNode answer) {
        if (next < size) {
            answer.put("NextToken", String.valueOf(next));
        }
    }

    private static int position(String token) {
        if (!token.matches("\\d{1,9}")) {
            throw invalid(token);
        }
        return Integer.parseInt(token);
    }

    private static ApiException invalid(String token) {
        return new ApiException(ApiException.Code.INVALID_REQUEST, "NextToken '" + token + "' was not given by this list");
    }
}
