package sluice.extractors.devitjobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Turns what {@code look.js} answers into a {@link Glimpse}; blank text is absent text. */
final class GlimpseReader {
  private GlimpseReader() {}

  static Glimpse read(Map<String, Object> seen) {
    List<Card> cards = new ArrayList<>();
    for (Object card : list(seen.get("cards"))) {
      cards.add(card(map(card)));
    }
    return new Glimpse(cards, (int) number(seen.get("strangers")), (Boolean) seen.get("closed"), stated(text(seen.get("stated"))),
        new Glimpse.Extent(number(seen.get("top")), number(seen.get("view")), number(seen.get("height")), number(seen.get("lastTop"))));
  }

  private static Card card(Map<String, Object> card) {
    List<String> technologies = list(card.get("technologies")).stream().map(name -> String.valueOf(name).strip()).toList();
    return new Card(id(text(card.get("href"))), text(card.get("title")), text(card.get("company")), text(card.get("place")),
        text(card.get("level")), technologies, text(card.get("posted")), text(card.get("salary")));
  }

  /** The link without what only tells where the click came from. */
  private static String id(String href) {
    return href.replaceAll("[?#].*$", "");
  }

  /** {@code 1,234 Data jobs} is 1234. */
  private static OptionalLong stated(String text) {
    String digits = text == null ? "" : text.replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 9 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
  }

  private static String text(Object value) {
    String text = value == null ? "" : value.toString().strip();
    return text.isEmpty() ? null : text;
  }

  private static long number(Object value) {
    return Math.round(((Number) value).doubleValue());
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
