package sluice.extractors.devitjobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A virtual list without a browser: a hundred pixels a card, four cards visible, and some painted around them. */
final class FakeList implements ListView {
  static final int CARD = 100;
  private static final int VISIBLE = 4;

  private final int size;
  int behind = 3;
  int ahead = 5;
  int loaded;
  boolean closingLine = true;
  boolean overlaps = true;
  long stated;
  long growsBy;
  int looks;

  FakeList(int size) {
    this.size = size;
    this.loaded = size;
    this.stated = size;
  }

  @Override
  public Glimpse look(long top, Duration pause) {
    looks++;
    int first = (int) (Math.min(top, Math.max(0, (loaded - VISIBLE) * CARD)) / CARD);
    int from = Math.max(0, first - behind);
    int to = Math.min(loaded, first + VISIBLE + ahead);
    List<Card> cards = new ArrayList<>();
    for (int i = from; i < to; i++) {
      cards.add(card(overlaps ? "/jobs/" + i : "/jobs/" + looks + "-" + i));
    }
    if (!pause.isZero()) {
      loaded = (int) Math.min(size, loaded + growsBy);
    }
    boolean closed = closingLine && to == size;
    OptionalLong says = stated < 0 ? OptionalLong.empty() : OptionalLong.of(stated);
    return new Glimpse(cards, 0, closed, says,
        new Glimpse.Extent((long) first * CARD, VISIBLE * CARD, (long) loaded * CARD, Math.max(0, to - 1L) * CARD));
  }

  static Card card(String id) {
    return new Card(id, "Title", "Company", "Place", null, List.of("Java"), null, null);
  }
}
