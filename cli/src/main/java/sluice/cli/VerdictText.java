package sluice.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import sluice.validator.file.Judgement;

/** A file's verdict for a person: the equation, the first refused rows, and how each kind is mended. */
final class VerdictText {
  private static final int LONGEST_RAW = 80;

  private final FileVerdict verdict;
  private final Path pages;

  /** @param pages the folder with a page for every reason */
  VerdictText(FileVerdict verdict, Path pages) {
    this.verdict = verdict;
    this.pages = pages;
  }

  void print(Console console) throws IOException {
    Judgement.RowsJudged rows = verdict.rows();
    boolean clean = verdict.isAccepted() && rows.quarantined() == 0;
    Console.Mark mark = clean ? Console.Mark.OK : verdict.isAccepted() ? Console.Mark.LOOK : Console.Mark.FAILED;
    Set<String> reasons = new LinkedHashSet<>();
    verdict.wholeReason().ifPresent(reason -> {
      reasons.add(reason);
      console.answer("  " + reason + "  " + verdict.detail());
    });
    for (FileVerdict.RefusedRow row : verdict.first()) {
      reasons.add(row.reason());
      console.answer("  row " + row.row() + (row.line() == null ? "" : " (line " + row.line() + ")") + "  " + row.reason()
          + (row.column() == null ? "" : "  " + row.column()) + "  " + row.detail());
      console.answer("      " + brief(row.raw()));
    }
    long more = rows.quarantined() - verdict.first().size();
    if (more > 0 && verdict.wholeReason().isEmpty()) {
      console.answer("  and " + Figures.count(more) + " more rows");
    }
    for (String reason : reasons) {
      console.answer("  mend " + reason + ": " + ReasonPage.of(pages, reason).mending().orElse("see docs/reasons"));
    }
    console.answer(console.mark(mark) + " " + (verdict.isAccepted() ? "ACCEPTED" : "QUARANTINED") + " " + verdict.file() + ": " + Figures.count(rows.read())
        + " read = " + Figures.count(rows.accepted()) + " accepted + " + Figures.count(rows.quarantined()) + " quarantined + "
        + Figures.count(rows.duplicates()) + " duplicates · " + Figures.seconds(verdict.took()));
  }

  private static String brief(String raw) {
    String line = raw.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_RAW ? line : line.substring(0, LONGEST_RAW) + "…";
  }
}
