package sluice.local.sites.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sluice.local.sites.board.Advert;
import sluice.local.sites.board.Board;
import sluice.local.sites.board.Salary;

/** An invented British board with every oddity a card is known to have; the same seed, size and day give the same adverts. */
public final class GeneratedBoard {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int DAYS_BACK = 45;

  private final Draw draw;
  private final LocalDate today;
  private final Set<String> slugs = new HashSet<>();

  private GeneratedBoard(long seed, LocalDate today) {
    this.draw = new Draw(seed, "board");
    this.today = today;
  }

  public static Board of(long seed, int size, LocalDate today) {
    GeneratedBoard generated = new GeneratedBoard(seed, today);
    List<Advert> adverts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      adverts.add(generated.advert());
    }
    return new Board("Data", adverts);
  }

  private Advert advert() {
    Words.Role role = draw.of(Words.DATA_ROLES);
    Level level = draw.of(Level.OFTEN);
    String company = Words.company(draw);
    String title = title(level, role);
    return new Advert(slug(company, title), title, company, place(), draw.chance(4) ? null : level.shown(), technologies(role), posted(),
        salary(level));
  }

  /** Some cards have no badge, and some a badge with nothing in it. */
  private List<String> technologies(Words.Role role) {
    return switch (draw.between(1, 40)) {
      case 1, 2 -> List.of();
      case 3 -> List.of(" ");
      default -> draw.some(role.technologies(), draw.between(1, 8));
    };
  }

  private String title(Level level, Words.Role role) {
    String title = level == Level.REGULAR ? role.title() : level.shown() + " " + role.title();
    if (draw.chance(2)) {
      return title + " ";
    }
    return switch (draw.between(1, 20)) {
      case 1 -> title + ", 70 – 100%";
      case 2 -> title + " (Hybrid)";
      case 3 -> title + " - " + draw.of(role.technologies());
      default -> title;
    };
  }

  private String slug(String company, String title) {
    String base = (company + " " + title).replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    String slug = base;
    for (int n = 2; !slugs.add(slug); n++) {
      slug = base + "-" + n;
    }
    return slug;
  }

  private String place() {
    if (draw.chance(2)) {
      return null;
    }
    String city = draw.of(Words.BRITISH_CITIES);
    return switch (draw.between(1, 12)) {
      case 1 -> "Remote";
      case 2 -> "Remote (" + city + ")";
      default -> city;
    };
  }

  private String posted() {
    if (draw.chance(3)) {
      return null;
    }
    LocalDate day = today.minusDays(draw.between(0, DAYS_BACK));
    return day.atTime(LocalTime.of(draw.between(0, 23), draw.between(0, 59))).atZone(LONDON).format(STAMP);
  }

  private Salary salary(Level level) {
    int kind = draw.between(1, 100);
    if (kind <= 12) {
      return null;
    }
    if (kind <= 25) {
      int from = level.annual() / 260 / 10 * 10 + draw.between(0, 20) * 10;
      return Salary.daily("GBP", from, from + draw.between(1, 12) * 10L);
    }
    if (kind <= 29) {
      int from = level.annual() / 1700 + draw.between(0, 15);
      return Salary.hourly("GBP", from, from + draw.between(1, 15));
    }
    int from = level.annual() + draw.between(-4, 12) * 2_500;
    return Salary.annual("GBP", from, from + draw.between(1, 10) * 2_500L);
  }

  private enum Level {
    JUNIOR("Junior", 32_500), REGULAR("Regular", 50_000), SENIOR("Senior", 70_000), LEAD("Lead", 85_000);

    static final List<Level> OFTEN = List.of(JUNIOR, REGULAR, REGULAR, REGULAR, REGULAR, SENIOR, SENIOR, SENIOR, SENIOR, LEAD);

    private final String shown;
    private final int annual;

    Level(String shown, int annual) {
      this.shown = shown;
      this.annual = annual;
    }

    String shown() {
      return shown;
    }

    int annual() {
      return annual;
    }
  }
}
