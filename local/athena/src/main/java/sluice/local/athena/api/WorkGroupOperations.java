package sluice.local.athena.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Workgroups as far as a query needs them: any name is one, enabled and without rules of its own. */
final class WorkGroupOperations {

    Map<String, Operation> all() {
        return Map.of("GetWorkGroup", this::get, "ListWorkGroups", this::list);
    }

    private JsonNode get(JsonNode request) {
        ObjectNode answer = Json.object();
        ObjectNode group = describe(answer.putObject("WorkGroup"), Json.required(request, "WorkGroup"));
        ObjectNode configuration = group.putObject("Configuration");
        configuration.put("EnforceWorkGroupConfiguration", false).put("PublishCloudWatchMetricsEnabled", false).put("RequesterPaysEnabled", false);
        configuration.putObject("ResultConfiguration");
        engine(configuration);
        return answer;
    }

    private JsonNode list(JsonNode request) {
        ObjectNode answer = Json.object();
        engine(describe(answer.putArray("WorkGroups").addObject(), "primary"));
        return answer;
    }

    private static ObjectNode describe(ObjectNode group, String name) {
        return group.put("Name", name).put("State", "ENABLED").put("Description", "");
    }

    private static void engine(ObjectNode parent) {
        parent.putObject("EngineVersion").put("SelectedEngineVersion", "AUTO").put("EffectiveEngineVersion", "Athena engine version 3");
    }
}
