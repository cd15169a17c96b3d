package sluice.local.sites.board;

import java.util.List;

/** The adverts of one category in the order in which the board lists them. */
public record Board(String category, List<Advert> adverts) {
  public Board {
    adverts = List.copyOf(adverts);
  }
}
