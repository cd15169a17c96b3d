package sluice.local.athena.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSwitchTest {
    private final List<String> stopped = new ArrayList<>();
    private final StopSwitch stop = new StopSwitch();

    @Test
    void stopsWhatRuns() {
        stop.onStop(() -> stopped.add("first"));
        stop.onStop(() -> stopped.add("second"));

        stop.stop();
        stop.stop();

        assertThat(stopped).containsExactly("second");
        assertThat(stop.stopped()).isTrue();
    }

    @Test
    void stopsAtOnceWhatBeginsTooLate() {
        stop.stop();

        stop.onStop(() -> stopped.add("late"));

        assertThat(stopped).containsExactly("late");
    }
}
