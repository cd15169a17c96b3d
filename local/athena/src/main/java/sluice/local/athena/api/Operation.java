package sluice.local.athena.api;

import com.fasterxml.jackson.databind.JsonNode;

/** One operation of the Athena API: a JSON request in, a JSON answer out. */
interface Operation {
    /** @throws ApiException for what the caller has to mend */
    JsonNode answer(JsonNode request);
}
