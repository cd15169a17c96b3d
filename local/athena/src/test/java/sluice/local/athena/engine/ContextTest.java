package sluice.local.athena.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.local.athena.sql.Rewriting;

class ContextTest {
    private static final Rewriting QUERY = Rewriting.own("select ?");

    @Test
    void runsAStatementWithoutValuesAsItIs() {
        Context context = Context.of("db", QUERY, List.of());

        assertThat(context.prepared()).isEmpty();
        assertThat(context.command(QUERY)).isEqualTo("select ?");
    }

    @Test
    void preparesAStatementWithValues() {
        Context context = Context.of("db", QUERY, List.of("'a'", "1"));

        assertThat(context.prepared()).isEqualTo(Map.of("statement", "select ?"));
        assertThat(context.command(QUERY)).isEqualTo("execute statement using 'a', 1");
    }
}
