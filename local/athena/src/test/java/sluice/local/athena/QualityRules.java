package sluice.local.athena;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sluice.local.athena.engine.Context;
import sluice.local.athena.engine.Engine;
import sluice.local.athena.engine.Sink;
import sluice.local.athena.engine.StopSwitch;
import sluice.local.athena.sql.AthenaSql;
import sluice.local.athena.sql.TrinoQuery;

/**
 * The queries that the quality room compiles its rules to, each in a folder with the row that it gives.
 *
 * <p>They are run here because the rules' parser and Trino need different versions of one library. With
 * {@code -Dsluice.golden=write} the rows are written instead of compared.
 */
final class QualityRules {
    private static final Path GOLDEN = Path.of("../../quality/src/test/resources/golden");
    private static final ObjectMapper JSON = new JsonMapper();

    private final Engine engine;

    QualityRules(Engine engine) {
        this.engine = engine;
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.sorted().toList().stream();
        }
    }

    void assertAnswer(Path folder) throws IOException {
        if (Files.exists(folder.resolve("reference.sql"))) {
            // A line "name: query" is a view beside the checked table.
            for (String view : Files.readAllLines(folder.resolve("reference.sql"))) {
                rows("create or replace view db." + view.replaceFirst(": ", " as "));
            }
        }
        List<List<Object>> rows = rows(Files.readString(folder.resolve("query.sql")));
        assertThat(rows).hasSize(1);
        List<String> row = rows.getFirst().stream().map(value -> value == null ? null : value.toString()).toList();
        if ("write".equals(System.getProperty("sluice.golden"))) {
            Files.writeString(folder.resolve("row.json"), JSON.writeValueAsString(row) + "\n");
        }
        assertThat(row).containsExactly(JSON.readValue(folder.resolve("row.json").toFile(), String[].class));
    }

    private List<List<Object>> rows(String sql) {
        List<List<Object>> found = new ArrayList<>();
        engine.run(((TrinoQuery) AthenaSql.read(sql, "db")).query(), Context.of("db"), Sink.rows(found::add), new StopSwitch());
        return found;
    }
}
