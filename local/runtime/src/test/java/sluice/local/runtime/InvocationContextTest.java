package sluice.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class InvocationContextTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void countsDownToTheDeadline() {
        assertThat(remaining(NOW.plusMillis(1500))).isEqualTo(1500);
    }

    @Test
    void hasNoTimeLeftAfterTheDeadline() {
        assertThat(remaining(NOW.minusSeconds(1))).isZero();
    }

    @Test
    void hasAllTheTimeWithoutADeadline() {
        assertThat(remaining(Instant.MAX)).isEqualTo(Integer.MAX_VALUE);
    }

    private static int remaining(Instant deadline) {
        Invocation invocation = new Invocation("r", "arn", deadline, null, new byte[0]);
        RuntimeEnvironment environment = new RuntimeEnvironment("api", "h", "f", "1", 128, "g", "s");
        return new InvocationContext(invocation, environment, Clock.fixed(NOW, ZoneOffset.UTC), System.out).getRemainingTimeInMillis();
    }
}
