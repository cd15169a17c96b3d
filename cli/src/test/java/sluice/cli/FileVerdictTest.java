package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.DatasetName;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Quality;

class FileVerdictTest {
  private static final Contract CONTRACT = new Contract(new DatasetName("orders"), 1, "One row per order.", "tests", Load.APPEND, List.of("id"),
      Format.Csv.STANDARD, Drift.STANDARD, Optional.empty(), Quality.NONE,
      List.of(new Column("id", LogicalType.STRING, true, "The key."), new Column("n", LogicalType.parse("int"), false, "A number.")));

  @TempDir Path folder;

  @Test
  void countsAreAnEquationAndRefusedRowsSayHowToMendThem() throws Exception {
    FileVerdict verdict = verdict("orders.csv", "id,n\n1,5\n2,x\n1,5\n");

    JsonNode document = verdict.document();
    assertThat(document.path("kind").asText()).isEqualTo("sluice.validate/1");
    assertThat(document.path("verdict").asText()).isEqualTo("accepted");
    assertThat(document.path("read").asLong()).isEqualTo(3);
    assertThat(document.path("reasons").path("wrong_type").asLong()).isEqualTo(1);
    assertThat(document.path("duplicates").asLong()).isEqualTo(1);
    assertThat(text(verdict)).contains("row 2 (line 3)  wrong_type  n  expected int, found \"x\"").contains("mend wrong_type: Send the value in the type's form")
        .contains("warn ACCEPTED").contains("3 read = 1 accepted + 1 quarantined + 1 duplicates");
  }

  @Test
  void aRefusedFileSaysWhy() throws Exception {
    FileVerdict verdict = verdict("orders.xlsx", "id,n\n1,5\n");

    assertThat(verdict.document().path("verdict").asText()).isEqualTo("quarantined");
    assertThat(verdict.document().path("reason").asText()).isEqualTo("unsupported_suffix");
    assertThat(text(verdict)).contains("FAIL QUARANTINED").contains("expected a name that ends in one of [.csv, .tsv, .txt]");
  }

  private FileVerdict verdict(String name, String text) throws Exception {
    return FileVerdict.of(Files.writeString(folder.resolve(name), text), CONTRACT, Clock.systemUTC());
  }

  private static String text(FileVerdict verdict) throws Exception {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(answer, true, StandardCharsets.UTF_8);
    new VerdictText(verdict, Path.of("..", "docs", "reasons"))
        .print(new Console(out, out, new Console.Style(Console.Paint.NONE, Console.Glyphs.WORDS, false)));
    return answer.toString(StandardCharsets.UTF_8);
  }
}
