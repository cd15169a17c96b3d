package sluice.local.sites.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import sluice.local.sites.board.Advert;

class GeneratedBoardTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private final List<Advert> adverts = GeneratedBoard.of(7, 300, TODAY).adverts();

  @Test
  void theSameSeedGivesTheSameBoardAndAnotherSeedAnother() {
    assertThat(GeneratedBoard.of(7, 300, TODAY).adverts()).isEqualTo(adverts);
    assertThat(GeneratedBoard.of(8, 300, TODAY).adverts()).isNotEqualTo(adverts);
  }

  @Test
  void everyAdvertHasItsOwnLinkATitleAndACompany() {
    assertThat(adverts).extracting(Advert::slug).doesNotHaveDuplicates().allMatch(slug -> slug.matches("[A-Za-z0-9-]+"));
    assertThat(adverts).allMatch(advert -> !advert.title().isBlank() && !advert.company().isBlank());
  }

  @Test
  void showsEveryOdditySomewhereButNotOften() {
    for (Predicate<Advert> oddity : List.<Predicate<Advert>>of(
        advert -> advert.salary() == null,
        advert -> advert.salary() != null && advert.salary().text().endsWith("GBP/hour"),
        advert -> advert.salary() != null && advert.salary().text().endsWith("GBP/day"),
        advert -> advert.technologies().isEmpty(),
        advert -> advert.technologies().contains(" "),
        advert -> advert.posted() == null,
        advert -> advert.level() == null,
        advert -> advert.place() == null,
        advert -> advert.title().endsWith(" "),
        advert -> "Remote".equals(advert.place()))) {
      assertThat(adverts.stream().filter(oddity).count()).isBetween(1L, 60L);
    }
  }

  @Test
  void annualPayIsBelievable() {
    assertThat(adverts).filteredOn(advert -> advert.salary() != null && advert.salary().period().equals("annual"))
        .hasSizeGreaterThan(150)
        .allMatch(advert -> advert.salary().text().matches("£\\d{2,3},\\d{3} - £\\d{2,3},\\d{3}"));
  }

  @Test
  void noAdvertIsFromTheFutureOrOld() {
    assertThat(adverts).filteredOn(advert -> advert.posted() != null).allSatisfy(advert -> {
      LocalDate day = LocalDate.parse(advert.posted().substring(0, 10));
      assertThat(day).isBetween(TODAY.minusDays(45), TODAY);
    });
  }
}
