package sluice.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorReportTest {
    @Test
    void namesTheClassTheMessageAndTheFrames() {
        ErrorReport report = ErrorReport.of(new IllegalStateException("no"));
        assertThat(report.type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(report.message()).isEqualTo("no");
        assertThat(report.stackTrace().getFirst()).startsWith("sluice.local.runtime.ErrorReportTest.namesTheClassTheMessageAndTheFrames(");
    }

    @Test
    void keepsTheCauses() {
        ErrorReport report = ErrorReport.of(new RuntimeException("outer", new IllegalArgumentException("inner")));
        assertThat(report.cause().type()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(report.cause().message()).isEqualTo("inner");
        assertThat(report.cause().cause()).isNull();
    }

    @Test
    void comesToAnEndWhenCausesGoInACircle() {
        RuntimeException first = new RuntimeException("first");
        RuntimeException second = new RuntimeException("second", first);
        first.initCause(second);
        int depth = 0;
        for (ErrorReport report = ErrorReport.of(first); report != null; report = report.cause()) {
            depth++;
        }
        assertThat(depth).isEqualTo(9);
    }

    @Test
    void isWrittenAsLambdaWritesIt() {
        ErrorReport report = new ErrorReport("a.B", "say \"no\"\n", List.of("one", "two"), new ErrorReport("c.D", null, List.of(), null));
        assertThat(new String(report.toJson(), StandardCharsets.UTF_8)).isEqualTo(
                "{\"errorMessage\":\"say \\\"no\\\"\\n\",\"errorType\":\"a.B\",\"stackTrace\":[\"one\",\"two\"],"
                        + "\"cause\":{\"errorMessage\":null,\"errorType\":\"c.D\",\"stackTrace\":[]}}");
    }
}
