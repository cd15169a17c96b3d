package sluice.local.sites.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sluice.local.sites.search.Postings;
import sluice.local.sites.web.Json;

/** Invented postings with the oddities of the real ones; the same seed, size and day give the same postings. */
public final class GeneratedPostings {
  private static final long DAY = 86_400_000L;
  private static final List<String> UNDISCLOSED = List.of("AT_FIRST_INTERVIEW", "AT_LAST_INTERVIEW", "BEFORE_FIRST_INTERVIEW");
  private static final List<String> SENIORITIES = List.of("Junior", "Mid", "Mid", "Mid", "Senior", "Senior", "Senior", "Senior", "Expert");

  private final Draw draw;
  private final long now;

  private GeneratedPostings(long seed, LocalDate today) {
    this.draw = new Draw(seed, "postings");
    this.now = today.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  public static Postings of(long seed, int size, LocalDate today) {
    GeneratedPostings generated = new GeneratedPostings(seed, today);
    List<ObjectNode> latest = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    while (rows.size() < size) {
      if (latest.size() >= 20 && generated.draw.chance(6)) {
        rows.add(Json.write(generated.renew(latest)));
      } else {
        latest.add(generated.posting(latest.size()));
        rows.add(Json.write(latest.getLast()));
      }
    }
    return new Postings(rows);
  }

  /** The same advert found twice: pages shift while one reads them, and a renewed advert comes up again. */
  private ObjectNode renew(List<ObjectNode> latest) {
    ObjectNode posting = draw.of(latest);
    long last = posting.path("renewed").asLong(posting.path("posted").asLong());
    return posting.put("renewed", Math.min(now, last + draw.between(1, 3) * DAY));
  }

  private ObjectNode posting(int number) {
    Words.Role role = draw.of(Words.SOFTWARE_ROLES);
    String seniority = draw.of(SENIORITIES);
    String company = Words.company(draw);
    String title = seniority + " " + role.title();
    boolean remote = draw.chance(55);
    Words.City city = draw.of(Words.POLISH_CITIES);
    String slug = slug(title + " " + company) + "-" + number;
    long posted = now - draw.longBetween(DAY, 60 * DAY);

    ObjectNode posting = Json.MAPPER.createObjectNode();
    posting.put("id", slug + "-" + (remote ? "Remote" : city.name())).put("name", company);
    posting.set("location", PostingPlaces.location(draw, slug, city, remote));
    posting.put("posted", posted);
    if (!draw.chance(5)) {
      posting.put("renewed", Math.min(now, posted + draw.longBetween(0, 20 * DAY)));
    }
    posting.put("title", title);
    if (!draw.chance(8)) {
      posting.put("technology", role.technologies().getFirst());
    }
    posting.set("logo", logo(slug));
    posting.put("category", role.category());
    posting.putArray("seniority").add(seniority);
    posting.put("url", slug + "-" + (remote ? "remote" : city.url()));
    ArrayNode regions = posting.putArray("regions").add("pl");
    if (draw.chance(5)) {
      List.of("hu", "cz", "sk", "nl").forEach(regions::add);
    }
    posting.put("fullyRemote", false);
    posting.set("salary", salary(seniority));
    ArrayNode flavors = posting.putArray("flavors").add("it");
    if (draw.chance(2)) {
      flavors.add("business");
    }
    posting.put("topInSearch", draw.chance(10)).put("highlighted", draw.chance(10)).put("help4Ua", draw.chance(5));
    posting.put("reference", reference()).put("searchBoost", draw.chance(60)).put("onlineInterviewAvailable", draw.chance(80));
    posting.set("tiles", tiles(role));
    return posting;
  }

  private ObjectNode salary(String seniority) {
    ObjectNode salary = Json.MAPPER.createObjectNode();
    boolean dollars = draw.chance(4);
    boolean hidden = draw.chance(7);
    if (!hidden) {
      int base = switch (seniority) {
        case "Junior" -> 7_000;
        case "Mid" -> 14_000;
        case "Senior" -> 20_000;
        default -> 26_000;
      };
      int from = (base + draw.between(-6, 10) * 500) / (dollars ? 4 : 1);
      salary.put("from", from).put("to", from + draw.between(0, 16) * 500 / (dollars ? 4 : 1));
    }
    return salary.put("type", draw.chance(90) ? "b2b" : "permanent").put("currency", dollars ? "USD" : "PLN")
        .put("disclosedAt", hidden ? draw.of(UNDISCLOSED) : "VISIBLE");
  }

  private ObjectNode tiles(Words.Role role) {
    ObjectNode tiles = Json.MAPPER.createObjectNode();
    ArrayNode values = tiles.putArray("values");
    values.addObject().put("value", role.category()).put("type", "category");
    draw.some(role.technologies(), draw.between(1, 4)).forEach(name -> values.addObject().put("value", name).put("type", "requirement"));
    if (draw.chance(6)) {
      values.addObject().put("value", "en").put("type", "jobLanguage");
    }
    return tiles;
  }

  private static ObjectNode logo(String slug) {
    ObjectNode logo = Json.MAPPER.createObjectNode();
    for (String kind : List.of("original", "jobs_details", "jobs_listing", "companies_details", "companies_listing")) {
      logo.put(kind, "companies/logos/" + kind + "/" + slug + ".png");
    }
    return logo;
  }

  private String reference() {
    StringBuilder reference = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      reference.append("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".charAt(draw.between(0, 33)));
    }
    return reference.toString();
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
