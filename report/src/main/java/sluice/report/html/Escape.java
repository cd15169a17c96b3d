package sluice.report.html;

/** Makes any text safe between tags and inside a quoted attribute. */
final class Escape {
  private static final char REPLACEMENT = '\uFFFD';

  private Escape() {}

  static void to(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n' -> out.append(c);
        default -> {
          if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(deceives(c) ? REPLACEMENT : c);
          }
        }
      }
    }
  }

  // Control characters do not belong in HTML, half a surrogate pair has no UTF-8 form, and the bidirectional
  // controls could make a row read as something it is not.
  private static boolean deceives(char c) {
    return Character.isISOControl(c)
        || Character.isSurrogate(c)
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
