package sluice.local.sites.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** One advert as a card of the board shows it; null is what the card leaves out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Advert(String slug, String title, String company, String place, String level, List<String> technologies,
    String posted, Salary salary) {

  public Advert {
    technologies = List.copyOf(technologies);
  }

  Optional<Salary> shownSalary() {
    return Optional.ofNullable(salary);
  }
}
