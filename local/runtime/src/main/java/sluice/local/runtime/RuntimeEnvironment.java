package sluice.local.runtime;

import java.util.Map;

/** What the environment tells a Lambda runtime; a missing variable is named in the error. */
record RuntimeEnvironment(String runtimeApi, String handler, String functionName, String functionVersion,
                          int memoryMegabytes, String logGroup, String logStream) {

    static RuntimeEnvironment of(Map<String, String> variables) {
        String name = variables.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "unknown");
        return new RuntimeEnvironment(
                required(variables, "AWS_LAMBDA_RUNTIME_API"),
                required(variables, "_HANDLER"),
                name,
                variables.getOrDefault("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Integer.parseInt(variables.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")),
                variables.getOrDefault("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + name),
                variables.getOrDefault("AWS_LAMBDA_LOG_STREAM_NAME", ""));
    }

    private static String required(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The environment variable " + name + " is not set; the local AWS sets it when it starts a function");
        }
        return value;
    }
}
