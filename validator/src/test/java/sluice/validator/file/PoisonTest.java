package sluice.validator.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bench/generate.py} spoils is what the gate refuses, row by row; the bench does the same with millions. */
class PoisonTest {
  private static final int ROWS = 20_000;

  @TempDir Path folder;

  @Test
  void exactlyThePoisonedRowsAreRefused() throws IOException, InterruptedException {
    for (String name : new String[] {"events.csv", "events.jsonl"}) {
      Path file = generate(name);
      PoisonList poison = new PoisonList(Path.of(file + ".poison.csv"));
      assertThat(poison.size()).isBetween(ROWS / 200, ROWS / 50);
      for (long memory : new long[] {0, 100_000, 64 << 20}) {
        Desk desk = new Desk(folder);
        desk.limits = Limits.STANDARD.withMemoryForUniqueness(memory);
        Judgement.RowsJudged judged = (Judgement.RowsJudged) desk.judge(EventsBench.contract(name), name, file);
        assertThat(judged.read()).isEqualTo(ROWS);
        assertThat(poison.difference(judged, desk.outputs())).as("%s with %d bytes", name, memory).isEmpty();
      }
    }
  }

  private Path generate(String name) throws IOException, InterruptedException {
    Path file = folder.resolve(name);
    Process generator = new ProcessBuilder("python3", Path.of("../bench/generate.py").toString(), Integer.toString(ROWS), file.toString(),
        "--poison", "0.01", "--format", name.substring(name.lastIndexOf('.') + 1)).inheritIO().redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(generator.waitFor()).as("exit of bench/generate.py").isZero();
    return file;
  }
}
