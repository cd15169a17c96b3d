package sluice.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bones of a page: its landmarks, headings, figures and tables with their sizes, one line each. */
final class Outline {
  private static final Pattern BONE = Pattern.compile("<(header|main|nav|footer|section|figure|h1|h2|h3|summary)\\b([^>]*)>");
  private static final Pattern TABLE = Pattern.compile("<caption>(.*?)</caption>(.*?)</table>", Pattern.DOTALL);

  private Outline() {}

  static String of(String html) {
    List<String> lines = new ArrayList<>();
    Matcher tables = TABLE.matcher(html);
    Matcher bones = BONE.matcher(html);
    boolean table = tables.find();
    while (bones.find()) {
      for (; table && tables.start() < bones.start(); table = tables.find()) {
        lines.add("      table " + words(tables.group(1)) + ": " + (tables.group(2).split("<tr\\b", -1).length - 1) + " rows with the heading");
      }
      lines.add(line(bones, html));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(Matcher bone, String html) {
    String tag = bone.group(1);
    Matcher id = Pattern.compile("\\bid=\"([^\"]*)\"").matcher(bone.group(2));
    String name = id.find() ? " #" + id.group(1) : "";
    return switch (tag) {
      case "h1", "h2", "h3", "summary" -> "  " + tag + name + " " + words(html.substring(bone.end(), html.indexOf("</" + tag + ">", bone.end())));
      case "figure" -> "    " + tag + name;
      default -> tag + name;
    };
  }

  private static String words(String markup) {
    return markup.replaceAll("<[^>]+>", "").replace("&#39;", "'").strip();
  }
}
