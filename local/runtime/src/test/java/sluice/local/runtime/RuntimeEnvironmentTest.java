package sluice.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RuntimeEnvironmentTest {
    @Test
    void readsEveryVariable() {
        RuntimeEnvironment environment = RuntimeEnvironment.of(Map.of(
                "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:1",
                "_HANDLER", "a.B::handleRequest",
                "AWS_LAMBDA_FUNCTION_NAME", "f",
                "AWS_LAMBDA_FUNCTION_VERSION", "7",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                "AWS_LAMBDA_LOG_GROUP_NAME", "group",
                "AWS_LAMBDA_LOG_STREAM_NAME", "stream"));
        assertThat(environment).isEqualTo(new RuntimeEnvironment("127.0.0.1:1", "a.B::handleRequest", "f", "7", 1024, "group", "stream"));
    }

    @Test
    void hasDefaultsForWhatAwsAlwaysSets() {
        RuntimeEnvironment environment = RuntimeEnvironment.of(Map.of("AWS_LAMBDA_RUNTIME_API", "x", "_HANDLER", "h"));
        assertThat(environment).isEqualTo(new RuntimeEnvironment("x", "h", "unknown", "$LATEST", 128, "/aws/lambda/unknown", ""));
    }

    @Test
    void namesAMissingVariable() {
        assertThatThrownBy(() -> RuntimeEnvironment.of(Map.of("AWS_LAMBDA_RUNTIME_API", "x", "_HANDLER", " ")))
                .hasMessage("The environment variable _HANDLER is not set; the local AWS sets it when it starts a function");
    }
}
