package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.LimitExceededException;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;

class ListReadingTest {
  private static final Budget PLENTY = () -> Duration.ofMinutes(5);

  private final List<String> taken = new ArrayList<>();

  @Test
  void takesEachAdvertOnceInTheListsOrder() throws IOException {
    assertThat(read(new FakeList(100), 100)).hasValue(100);
    assertThat(taken).isEqualTo(IntStream.range(0, 100).mapToObj(i -> "/jobs/" + i).toList());
  }

  @Test
  void aStepGoesAsFarAsWhatIsPaintedReaches() throws IOException {
    FakeList list = new FakeList(100);
    list.ahead = 20;
    read(list, 100);
    assertThat(list.looks).isLessThan(8);
  }

  @Test
  void aListThatPaintsOnlyWhatIsVisibleIsReadWhole() throws IOException {
    FakeList list = new FakeList(50);
    list.behind = 0;
    list.ahead = 0;
    read(list, 100);
    assertThat(taken).hasSize(50);
  }

  @Test
  void aStepThatWouldHaveSkippedAdvertsIsTakenBack() throws IOException {
    FakeList list = new FakeList(60);
    // The first place claims to reach ten cards further than it shows.
    ListView tempting = (top, pause) -> {
      Glimpse honest = list.look(top, pause);
      Glimpse.Extent at = honest.extent();
      return new Glimpse(honest.cards(), 0, honest.closed(), honest.stated(),
          new Glimpse.Extent(at.top(), at.view(), at.height(), at.lastTop() + (at.top() == 0 ? 1_000 : 0)));
    };
    new ListReading(tempting, bounds(200)).read(this::take, PLENTY);
    assertThat(taken).isEqualTo(IntStream.range(0, 60).mapToObj(i -> "/jobs/" + i).toList());
  }

  @Test
  void refusesAListInWhichNothingIsSeenTwice() {
    FakeList list = new FakeList(500);
    list.overlaps = false;
    list.behind = 0;
    assertThatThrownBy(() -> read(list, 1_000)).isInstanceOf(SourceChangedException.class)
        .hasMessageStartingWith("S201 the list shows other adverts after each small step, none of them seen before: ");
  }

  @Test
  void waitsWhileTheListGrows() throws IOException {
    FakeList list = new FakeList(80);
    list.loaded = 20;
    list.growsBy = 7;
    read(list, 200);
    assertThat(taken).hasSize(80);
  }

  @Test
  void aListThatNoLongerGrowsFailsWithItsCounts() {
    FakeList list = new FakeList(80);
    list.loaded = 20;
    assertThatThrownBy(() -> read(list, 200)).isInstanceOf(SourceUnavailableException.class)
        .hasMessage("S202 the list stopped growing for 1 s before its end: 20 adverts seen of 80");
  }

  @Test
  void withoutAClosingLineTheStatedTotalIsTheProofOfTheEnd() throws IOException {
    FakeList list = new FakeList(30);
    list.closingLine = false;
    assertThat(read(list, 100)).hasValue(30);
  }

  @Test
  void withoutAStatedTotalTheClosingLineIs() throws IOException {
    FakeList list = new FakeList(30);
    list.stated = -1;
    assertThat(read(list, 100)).isEmpty();
    assertThat(taken).hasSize(30);
  }

  @Test
  void nothingAtAllAndNoStatedTotalIsAChangedPage() {
    FakeList list = new FakeList(0);
    list.stated = -1;
    assertThatThrownBy(() -> read(list, 100)).isInstanceOf(SourceChangedException.class)
        .hasMessage("S201 the list has no advert and the page does not state a number of 0 jobs");
  }

  @Test
  void anAdvertThatDisappearsWhileOneReadsIsNoFailure() throws IOException {
    FakeList list = new FakeList(30);
    list.stated = 31;
    ListView living = (top, pause) -> {
      Glimpse glimpse = list.look(top, pause);
      list.stated = 30;
      return glimpse;
    };
    assertThat(new ListReading(living, bounds(100)).read(this::take, PLENTY)).hasValue(30);
  }

  @Test
  void scrollingEndsVisiblyAtItsBound() {
    assertThatThrownBy(() -> read(new FakeList(1_000), 5)).isInstanceOf(LimitExceededException.class)
        .hasMessage("S404 the list is not at its end after 5 scroll steps: 49 adverts seen of 1000; expected the end within browser.max_scrolls");
  }

  @Test
  void spentTimeEndsTheReadingVisiblyToo() {
    FakeList list = new FakeList(1_000);
    Budget three = () -> Duration.ofSeconds(Math.max(0, 3 - list.looks));
    assertThatThrownBy(() -> new ListReading(list, bounds(100)).read(this::take, three)).isInstanceOf(SourceUnavailableException.class)
        .hasMessage("S202 the time for this source ended within the list: 25 adverts seen of 1000; a list in a browser cannot be read on from its middle");
  }

  private OptionalLong read(FakeList list, int steps) throws IOException {
    return new ListReading(list, bounds(steps)).read(this::take, PLENTY);
  }

  private static ScrollBounds bounds(int steps) {
    return new ScrollBounds(steps, Duration.ofSeconds(1));
  }

  private void take(Card card) {
    taken.add(card.id());
  }
}
