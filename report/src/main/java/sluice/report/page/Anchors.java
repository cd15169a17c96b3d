package sluice.report.page;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives every place in a page one name that stays the same from run to run and occurs once. */
public final class Anchors {
  private final Set<String> taken = new HashSet<>();

  /** The name for a place; a second place of the same name gets a number. */
  public String claim(String name) {
    String wanted = slug(name);
    String free = wanted;
    for (int n = 2; !taken.add(free); n++) {
      free = wanted + "-" + n;
    }
    return free;
  }

  /** The name a place would have, for linking to it. */
  public static String slug(String name) {
    String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "x" : slug;
  }
}
