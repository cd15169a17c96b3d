package sluice.quality.sql;

import java.util.Locale;
import java.util.regex.Pattern;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;

/**
 * SQL that a rule brings along: Athena judges it, but it must stay inside the brackets it is put in.
 *
 * <p>A fragment that closes a bracket it did not open, or begins a comment, could make other rules of the same query pass.
 */
final class SqlFragment {
  private static final Pattern QUERY = Pattern.compile("(?is)\\s*(select|with)\\b.*");

  private SqlFragment() {}

  /** A condition as it stands behind {@code where}. */
  static String condition(String written) {
    return contained(unescaped(written), "the where clause");
  }

  /** A whole query. */
  static String query(String written) {
    String sql = contained(unescaped(written), "the query");
    if (!QUERY.matcher(sql).matches()) {
      throw refused("the query is none", "select … or with …", sql.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT));
    }
    return sql;
  }

  /** DQDL writes a double quote inside a text with a backslash before it, and AWS's parser leaves the backslash there. */
  static String unescaped(String written) {
    return written.replace("\\\"", "\"");
  }

  private static String contained(String sql, String what) {
    int depth = 0;
    for (int i = 0; i < sql.length(); i++) {
      char sign = sql.charAt(i);
      if (sign == '\'' || sign == '"') {
        i = sql.indexOf(sign, i + 1);
        if (i < 0) {
          throw refused(what + " leaves a quote open", "a closing " + sign, "the end of the text");
        }
      } else if (sign == ';' || sql.startsWith("--", i) || sql.startsWith("/*", i)) {
        throw refused(what + " is more than one piece of SQL", "no ; and no comment", sql.substring(i, Math.min(sql.length(), i + 10)));
      } else if (sign == '(') {
        depth++;
      } else if (sign == ')' && --depth < 0) {
        throw refused(what + " closes a bracket that it did not open", "as many ( as )", "one ) too many");
      }
    }
    if (depth > 0) {
      throw refused(what + " leaves a bracket open", "as many ( as )", depth + " ( too many");
    }
    return sql;
  }

  private static RefusedRuleException refused(String what, String expected, String found) {
    return RefusedRuleException.of(RuleCode.BAD_SQL, what, expected, found, "try the SQL in Athena first");
  }
}
