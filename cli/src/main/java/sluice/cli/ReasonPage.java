package sluice.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of a reason code: paragraphs that each begin with what they answer, {@code **How to mend it.** …}. */
final class ReasonPage {
  private static final String MEANS = "**What it means.**";
  private static final String MENDS = "**How to mend it.**";

  private final List<String> paragraphs;

  private ReasonPage(List<String> paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** Where the project keeps them. */
  static Path folder(Surroundings surroundings) {
    return surroundings.project().root().resolve("docs/reasons");
  }

  /** An unknown code has a page that says nothing. */
  static ReasonPage of(Path folder, String code) throws IOException {
    Path page = folder.resolve(code + ".md");
    return new ReasonPage(Files.exists(page) ? Stream.of(Files.readString(page).split("\n\\s*\n")).map(text -> text.strip().replace('\n', ' ')).toList() : List.of());
  }

  Optional<String> meaning() {
    return after(MEANS);
  }

  Optional<String> mending() {
    return after(MENDS);
  }

  private Optional<String> after(String question) {
    return paragraphs.stream().filter(text -> text.startsWith(question)).map(text -> text.substring(question.length()).strip()).findFirst();
  }
}
