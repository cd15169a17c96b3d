package sluice.cli.contract;

import java.util.regex.Pattern;

/** Writes a text so that YAML reads the same text again, without quotes where none are needed. */
public final class YamlText {
  // Words and plain punctuation; what YAML may take for something else is quoted.
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N} _.,;()/%+'’–—-]*");
  private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private YamlText() {}

  /** On one line; also inside {@code [ ]} it must be safe, where a comma would end it. */
  public static String entry(String text) {
    return text.contains(",") ? quoted(text) : value(text);
  }

  /** On one line, as the value of a key. */
  public static String value(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches() && !text.endsWith(" ");
    return plain ? text : quoted(text);
  }

  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(sign -> {
      switch (sign) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Character.isISOControl(sign) || !Character.isDefined(sign) || Character.getType(sign) == Character.SURROGATE) {
            quoted.append("\\U%08X".formatted(sign));
          } else {
            quoted.appendCodePoint(sign);
          }
        }
      }
    });
    return quoted.append('"').toString();
  }
}
