package sluice.local.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitesOptionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @TempDir Path folder;

  @Test
  void onlyAFolderForItsStateIsNeeded() {
    assertThat(parse("--state-dir", folder.toString())).isEqualTo(new SitesOptions(0, 0, Optional.empty(), 7, folder,
        folder.resolve("postgres-binaries"), TODAY, 300, 450, false));
  }

  @Test
  void everyOptionIsTaken() {
    assertThat(parse("--port", "4101", "--postgres-port", "4102", "--data", folder.toString(), "--seed", "9", "--lifeline", "--today", "2026-01-31",
        "--state-dir", folder.toString(), "--postgres-binaries", folder.resolve("pg").toString(), "--adverts", "5", "--postings", "6"))
        .isEqualTo(new SitesOptions(4101, 4102, Optional.of(folder), 9, folder, folder.resolve("pg"), LocalDate.of(2026, 1, 31), 5, 6, true));
    assertThat(parse("--state-dir", folder.toString(), "--data", "none").data()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "--port 70000        | --port: expected a whole number up to 65535, found 70000",
      "--seed x            | --seed: expected a whole number up to 2147483647, found x",
      "--today yesterday   | --today: expected a date as 2026-01-31, found yesterday",
      "--data /no/such     | --data: expected a folder or none, found /no/such",
      "--adverts           | --adverts: expected a value, found the end of the line",
      "--prot 1            | expected --lifeline or one of --adverts, --data, --port, --postgres-binaries, --postgres-port, --postings, --seed, --state-dir, --today, found --prot",
  })
  void aWrongOptionIsNamed(String arguments, String message) {
    String[] all = ("--state-dir " + folder + " " + arguments).split(" ");
    assertThatThrownBy(() -> parse(all)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void withoutAFolderForItsStateItDoesNotStart() {
    assertThatThrownBy(this::parse).isInstanceOf(IllegalArgumentException.class).hasMessage("--state-dir: expected a folder, found nothing");
  }

  @Test
  void aDataFolderWithoutTheFilesIsNamed() {
    assertThatThrownBy(() -> SampleData.of(parse("--state-dir", folder.toString(), "--data", folder.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--data: expected a folder with nofluffjobs/api_search/*.json, found no " + folder.resolve("nofluffjobs/api_search"));
  }

  private SitesOptions parse(String... arguments) {
    return SitesOptions.parse(List.of(arguments), TODAY);
  }
}
