package sluice.extractors.devitjobs;

import java.util.List;
import java.util.OptionalLong;

/**
 * What the list shows at one place of its scrolling.
 *
 * @param strangers items of the list that are neither an advert nor its closing line
 * @param closed the closing line is there: behind it there is nothing more
 * @param stated how many adverts the page says it lists
 */
record Glimpse(List<Card> cards, int strangers, boolean closed, OptionalLong stated, Extent extent) {
  Glimpse {
    cards = List.copyOf(cards);
  }

  /**
   * Where the list stands, in pixels of its content.
   *
   * @param top the first visible line
   * @param view the height of what is visible
   * @param height the height of all that is loaded
   * @param lastTop where the last painted item begins
   */
  record Extent(long top, long view, long height, long lastTop) {
    boolean atBottom() {
      return top + view >= height - 1;
    }
  }
}
