package functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.HashMap;
import java.util.Map;

/** Answers what it can see of its environment. */
public final class Surroundings implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private int served;

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        served++;
        Map<String, Object> seen = new HashMap<>();
        seen.put("served", served);
        seen.put("pid", ProcessHandle.current().pid());
        seen.put("environment", System.getenv());
        seen.put("classPath", System.getProperty("java.class.path"));
        seen.put("temporary", System.getProperty("java.io.tmpdir"));
        seen.put("property", System.getProperty("sluice.test", ""));
        seen.put("heapMegabytes", Runtime.getRuntime().maxMemory() / (1024 * 1024));
        seen.put("remaining", context.getRemainingTimeInMillis());
        seen.put("memory", context.getMemoryLimitInMB());
        seen.put("function", context.getFunctionName());
        seen.put("arn", context.getInvokedFunctionArn());
        seen.put("request", context.getAwsRequestId());
        seen.put("logGroup", context.getLogGroupName());
        seen.put("logStream", context.getLogStreamName());
        return seen;
    }
}
