package sluice.extractors.devitjobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.SourceChangedException;

/** Notices a field that no card shows any more: one card may lack it, all of them only when the page has changed. */
final class Census {
  private static final int ENOUGH = 20;

  private final Map<String, Integer> shown = new LinkedHashMap<>();
  private int cards;

  void count(Card card) {
    cards++;
    count("title", card.title() != null);
    count("company", card.company() != null);
    count("place", card.place() != null);
    count("technologies", !card.technologies().isEmpty());
  }

  void refuseALostField() {
    if (cards < ENOUGH) {
      return;
    }
    List<String> lost = shown.entrySet().stream().filter(field -> field.getValue() == 0).map(Map.Entry::getKey).toList();
    if (!lost.isEmpty()) {
      throw new SourceChangedException(Fault.PAGE_CHANGED, "none of " + cards + " adverts shows " + String.join(", ", lost)
          + ": expected at least one that does");
    }
  }

  private void count(String field, boolean there) {
    shown.merge(field, there ? 1 : 0, Integer::sum);
  }
}
