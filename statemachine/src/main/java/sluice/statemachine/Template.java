package sluice.statemachine;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the placeholders of a text exactly as Terraform's {@code templatefile} would, or refuses.
 *
 * <p>Only {@code ${name}} is taken. Terraform's other forms are refused here, so that no text can mean one thing on a
 * laptop and another on AWS.
 */
record Template(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-z0-9_]*)}");
  private static final Pattern OTHER_FORM = Pattern.compile("\\$\\$\\{|\\$\\{(?![a-z][a-z0-9_]*})[^}\\n]*}?|%\\{[^}\\n]*}?");

  Template {
    Matcher other = OTHER_FORM.matcher(text);
    if (other.find()) {
      throw new RenderException("line " + lineOf(text, other.start()) + ": expected placeholders of the form ${name} only, found "
          + other.group());
    }
  }

  Set<String> placeholders() {
    Set<String> names = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).forEach(names::add);
    return names;
  }

  String fill(Map<String, String> values) {
    Set<String> missing = new TreeSet<>(placeholders());
    missing.removeAll(values.keySet());
    Set<String> unused = new TreeSet<>(values.keySet());
    unused.removeAll(placeholders());
    if (!missing.isEmpty()) {
      throw new RenderException("no value for the placeholders " + missing + "; known are " + new TreeSet<>(values.keySet()));
    }
    if (!unused.isEmpty()) {
      throw new RenderException("no placeholder for the values " + unused + "; the text has " + placeholders());
    }
    return PLACEHOLDER.matcher(text).replaceAll((MatchResult match) -> Matcher.quoteReplacement(values.get(match.group(1))));
  }

  private static long lineOf(String text, int offset) {
    return text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }
}
