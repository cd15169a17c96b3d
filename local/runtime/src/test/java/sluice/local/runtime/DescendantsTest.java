package sluice.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DescendantsTest {
    @Test
    void endsWhatAProcessHasStarted() throws Exception {
        ended("sleep 1000 & echo started; wait");
    }

    @Test
    void endsWhoeverIgnoresTheRequest() throws Exception {
        ended("sh -c 'trap : TERM; echo started; while :; do sleep 1000; done' & wait");
    }

    private static void ended(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", script).start();
        try {
            assertThat(shell.inputReader().readLine()).isEqualTo("started");
            ProcessHandle child = shell.toHandle().children().findFirst().orElseThrow();
            Descendants.end(shell.toHandle(), Duration.ofMillis(200));
            assertThat(child.onExit().orTimeout(30, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(30));
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly().waitFor();
        }
    }
}
