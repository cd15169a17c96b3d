package sluice.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RuntimeMainTest {
    @Test
    void servesUntilItsParentIsGone() throws Exception {
        try (FakeRuntimeApi api = new FakeRuntimeApi()) {
            Process process = start(api, "Echo");
            api.offer("[1]");
            assertThat(api.told()).isEqualTo(new FakeRuntimeApi.Told("POST", "/2018-06-01/runtime/invocation/request-1/response", null, "[1]"));
            process.outputWriter().close();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    @Test
    void endsWhenTheApiIsGone() throws Exception {
        FakeRuntimeApi api = new FakeRuntimeApi();
        Process process = start(api, "Echo");
        api.offer("[1]");
        assertThat(api.told()).isNotNull();
        api.close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void reportsAHandlerThatCannotBeLoadedAndEndsWithAnError() throws Exception {
        try (FakeRuntimeApi api = new FakeRuntimeApi()) {
            Process process = start(api, "Unloadable");
            FakeRuntimeApi.Told told = api.told();
            assertThat(told.path()).isEqualTo("/2018-06-01/runtime/init/error");
            assertThat(told.errorType()).isEqualTo("java.lang.reflect.InvocationTargetException");
            assertThat(told.body()).contains("\"errorMessage\":\"not today\"");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
        }
    }

    @Test
    void endsInOrderAfterAsManyInvocationsAsItWasTold() throws Exception {
        try (FakeRuntimeApi api = new FakeRuntimeApi()) {
            Process process = start(api, "Echo", "-Dsluice.local.invocations=1");
            api.offer("[1]");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    private static Process start(FakeRuntimeApi api, String handler, String... options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(List.of(options));
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path"), RuntimeMain.class.getName()));
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("_HANDLER", "sluice.local.runtime.Handlers$" + handler + "::handleRequest");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }
}
