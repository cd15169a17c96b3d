package sluice.extractors.devitjobs;

import java.util.List;

/** One advert as its card in the list shows it; null is what the card does not show, and never stops the reading. */
record Card(String id, String title, String company, String place, String level, List<String> technologies, String posted, String salary) {
  Card {
    technologies = List.copyOf(technologies);
  }
}
