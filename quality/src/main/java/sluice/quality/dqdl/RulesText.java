package sluice.quality.dqdl;

/**
 * One ruleset as it was written, and where; the text is a whole DQDL document.
 *
 * @param file the file's name, for messages
 * @param line line of the file on which the text starts
 * @param key the key of that file under which the text stands, such as {@code quality.fail}
 */
public record RulesText(String file, int line, String key, Severity severity, String text) {}
