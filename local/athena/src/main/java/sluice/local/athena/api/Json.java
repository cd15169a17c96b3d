package sluice.local.athena.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes the JSON of the AWS protocol: absent means absent, a time is seconds with decimals. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String required(JsonNode request, String field) {
        return text(request, field).orElseThrow(() -> new ApiException(ApiException.Code.INVALID_REQUEST, field + " is missing"));
    }

    static Optional<String> text(JsonNode request, String field) {
        return Optional.ofNullable(request.get(field)).filter(JsonNode::isTextual).map(JsonNode::textValue).filter(t -> !t.isEmpty());
    }

    static List<String> texts(JsonNode request, String field) {
        List<String> found = new ArrayList<>();
        request.path(field).forEach(node -> found.add(node.asText()));
        return found;
    }

    /** A page's size as the request wishes, within what the API allows. */
    static int pageSize(JsonNode request, int most) {
        int asked = request.path("MaxResults").asInt(most);
        if (asked < 1 || asked > most) {
            throw new ApiException(ApiException.Code.INVALID_REQUEST, "MaxResults must be between 1 and " + most + ", found " + asked);
        }
        return asked;
    }

    static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
