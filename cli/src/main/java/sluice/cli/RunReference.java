package sluice.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.lake.ledger.RunLedger;
import sluice.lake.ledger.RunRecord;
import sluice.lake.problem.Problem;

/** How a person names a run, the same in every command: its id, a unique beginning of it, latest, latest~1. */
record RunReference(String text) {
  private static final Pattern LATEST = Pattern.compile("latest(?:~(\\d{1,3}))?");
  private static final int SEARCHED = 500;

  /** The words after {@code runs}: {@code show RUN}. */
  static RunReference parse(List<String> words) {
    if (!words.getFirst().equals("show") || words.size() != 2) {
      throw new CommandException(Exit.WRONG_INPUT, Problem.error("W013", "runs does not know \"" + String.join(" ", words) + "\"")
          .expected("runs, or runs show RUN")
          .next("./sluice runs show latest"));
    }
    return new RunReference(words.get(1));
  }

  /** @param list what to type to see the runs */
  RunRecord resolve(RunLedger ledger, String list) {
    List<RunRecord> known = ledger.latest(SEARCHED);
    Matcher latest = LATEST.matcher(text);
    if (latest.matches()) {
      int back = latest.group(1) == null ? 0 : Integer.parseInt(latest.group(1));
      if (back < known.size()) {
        return known.get(back);
      }
      throw unknown(list, known.isEmpty() ? "no run yet" : known.size() + " runs");
    }
    List<RunRecord> matches = known.stream().filter(record -> record.runId().value().startsWith(text)).toList();
    if (matches.size() == 1) {
      return matches.getFirst();
    }
    throw unknown(list, matches.isEmpty() ? "no run that begins so" : matches.size() + " runs that begin so");
  }

  private CommandException unknown(String list, String found) {
    return new CommandException(Exit.WRONG_INPUT, Problem.error("W014", "there is no run \"" + text + "\"")
        .found(found)
        .expected("a run's id, a unique beginning of it, latest or latest~N")
        .next(list));
  }
}
