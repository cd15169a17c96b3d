package sluice.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {
    @Test
    void readsTheNextEventWithWhatTheContextNeeds() throws Exception {
        try (FakeRuntimeApi fake = new FakeRuntimeApi()) {
            fake.offer("{\"city\":\"Łódź\"}");
            Invocation invocation = new RuntimeApi(fake.endpoint()).next();
            assertThat(new String(invocation.event(), StandardCharsets.UTF_8)).isEqualTo("{\"city\":\"Łódź\"}");
            assertThat(invocation.requestId()).isEqualTo("request-1");
            assertThat(invocation.functionArn()).endsWith(":function:f");
            assertThat(invocation.deadline()).isEqualTo(Instant.ofEpochMilli(1700000000000L));
        }
    }

    @Test
    void postsAnAnswerToItsRequest() throws Exception {
        try (FakeRuntimeApi fake = new FakeRuntimeApi()) {
            new RuntimeApi(fake.endpoint()).succeeded("r-1", "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(fake.told()).isEqualTo(new FakeRuntimeApi.Told("POST", "/2018-06-01/runtime/invocation/r-1/response", null, "{}"));
        }
    }

    @Test
    void postsAFailureWithItsType() throws Exception {
        try (FakeRuntimeApi fake = new FakeRuntimeApi()) {
            new RuntimeApi(fake.endpoint()).failed("r-1", ErrorReport.of(new IOException("down")));
            FakeRuntimeApi.Told told = fake.told();
            assertThat(told.path()).isEqualTo("/2018-06-01/runtime/invocation/r-1/error");
            assertThat(told.errorType()).isEqualTo("java.io.IOException");
            assertThat(told.body()).startsWith("{\"errorMessage\":\"down\",\"errorType\":\"java.io.IOException\",\"stackTrace\":[");
        }
    }

    @Test
    void postsAFailedStart() throws Exception {
        try (FakeRuntimeApi fake = new FakeRuntimeApi()) {
            new RuntimeApi(fake.endpoint()).initializationFailed(ErrorReport.of(new IllegalStateException("no")));
            assertThat(fake.told().path()).isEqualTo("/2018-06-01/runtime/init/error");
        }
    }

    @Test
    void saysWhatTheApiAnsweredWhenItRefuses() throws Exception {
        try (FakeRuntimeApi fake = new FakeRuntimeApi()) {
            assertThatThrownBy(() -> new RuntimeApi(fake.endpoint()).succeeded("refused", new byte[0]))
                    .isInstanceOf(IOException.class)
                    .hasMessage("The Runtime API answered 500 to /2018-06-01/runtime/invocation/refused/response, expected 202");
        }
    }
}
