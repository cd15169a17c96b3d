package sluice.local.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartitionSpecTest {
    private final PartitionSpec spec = new PartitionSpec(Map.of("run", "x", "day", "2026-01-01"), Optional.empty());

    @Test
    void givesItsValuesInTheTablesOrder() {
        assertThat(spec.inOrderOf(List.of("day", "run"))).containsExactly("2026-01-01", "x");
    }

    @Test
    void refusesKeysThatAreNotTheTables() {
        assertThatThrownBy(() -> spec.inOrderOf(List.of("day")))
                .isInstanceOf(RefusedException.class).hasMessageMatching("the partition \\{.*} does not name exactly the keys \\[day]");
        assertThatThrownBy(() -> spec.inOrderOf(List.of("day", "other"))).isInstanceOf(RefusedException.class);
    }
}
