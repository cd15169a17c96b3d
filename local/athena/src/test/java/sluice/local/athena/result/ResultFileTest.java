package sluice.local.athena.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
    private static final List<ResultColumn> TWO = List.of(ResultColumn.string("a"), ResultColumn.string("b"));

    @TempDir
    private Path folder;

    @Test
    void keepsNullApartFromEmptyAndQuotesApartFromEnds() throws Exception {
        ResultFile file = write(ResultWriter.withHeader(folder.resolve("r.csv")), List.of(Arrays.asList(null, ""), List.of("say \"hi\",\n", "Ä€😀"), Arrays.asList("x", null)));

        assertThat(Files.readString(file.path())).isEqualTo("\"a\",\"b\"\n,\"\"\n\"say \"\"hi\"\",\n\",\"Ä€😀\"\n\"x\",\n");
        assertThat(file.page(0, 10).rows()).containsExactly(List.of("a", "b"), Arrays.asList(null, ""), List.of("say \"hi\",\n", "Ä€😀"), Arrays.asList("x", null));
    }

    @Test
    void readsPageAfterPageToTheEnd() {
        Random random = new Random(7);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(Arrays.asList(random.nextInt(4) == 0 ? null : "v\"" + random.nextInt(), ",\n\"".repeat(random.nextInt(3))));
        }
        ResultFile file = write(ResultWriter.withoutHeader(folder.resolve("r.csv")), rows);

        List<List<String>> read = new ArrayList<>();
        ResultFile.Page page = file.page(0, 37);
        read.addAll(page.rows());
        while (page.next().isPresent()) {
            page = file.page(page.next().getAsLong(), 37);
            read.addAll(page.rows());
        }

        assertThat(read).hasSize(500).isEqualTo(rows);
    }

    @Test
    void readsARowWithOneNullAsThat() {
        ResultWriter writer = ResultWriter.withoutHeader(folder.resolve("r.csv"));
        try (writer) {
            writer.resultColumns(List.of(ResultColumn.string("a")));
            writer.row(Arrays.asList((Object) null));
            writer.row(List.of("x"));
        }

        assertThat(writer.file().orElseThrow().page(0, 9).rows()).containsExactly(Arrays.asList((String) null), List.of("x"));
    }

    @Test
    void leavesNoFileForAStatementWithoutAResult() {
        ResultWriter writer = ResultWriter.withHeader(folder.resolve("none.csv"));
        writer.close();

        assertThat(writer.file()).isEmpty();
        assertThat(folder.resolve("none.csv")).doesNotExist();
    }

    @Test
    void refusesAPlaceBehindTheEnd() {
        ResultFile file = write(ResultWriter.withHeader(folder.resolve("r.csv")), List.of());

        assertThatThrownBy(() -> file.page(1000, 1)).isInstanceOf(IllegalArgumentException.class).hasMessage("no row of this result begins at 1000");
    }

    @Test
    void showsListsAsPlainText() {
        ResultFile file = write(ResultWriter.withoutHeader(folder.resolve("r.csv")), List.of(List.of("k", "v"), Arrays.asList("only", null)));

        assertThat(file.asText()).isEqualTo("k\tv\nonly\t\n");
    }

    @Test
    void deletesItsFile() {
        ResultFile file = write(ResultWriter.withHeader(folder.resolve("r.csv")), List.of());

        file.delete();

        assertThat(file.path()).doesNotExist();
    }

    private static ResultFile write(ResultWriter writer, List<List<Object>> rows) {
        try (writer) {
            writer.resultColumns(TWO);
            rows.forEach(writer::row);
        }
        return writer.file().orElseThrow();
    }
}
