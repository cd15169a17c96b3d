package sluice.extractors.devitjobs;

/** The telling line of a Playwright message, which goes on with a call log of many. */
final class FirstLine {
  private FirstLine() {}

  static String of(Throwable problem) {
    return String.valueOf(problem.getMessage()).lines()
        .map(line -> line.strip().replaceFirst("^(Error \\{|message='|Error: )+", ""))
        .filter(line -> line.length() > 1)
        .findFirst()
        .orElse(problem.getClass().getSimpleName());
  }
}
