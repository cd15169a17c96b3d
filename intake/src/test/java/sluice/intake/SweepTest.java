package sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final Instant LATER = FakeLanding.DROPPED.plus(Duration.ofHours(1));
  private static final SweepEvent ON_SCHEDULE = new SweepEvent(null);

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void create() {
    world = new World(folder);
  }

  @Test
  void findsWhatNoEventToldOf() {
    world.intake().take(List.of(world.landing.drop("orders/told.csv", "v1")));
    ObjectVersion lost = world.landing.drop("orders/lost.csv", "v1");
    assertThat(world.sweep(LATER).sweep(ON_SCHEDULE)).isEqualTo(new SweepAnswer(1, 1));
    assertThat(world.workflow.started()).containsKey(world.claimOn(lost).value());
    assertThat(world.sweep(LATER).sweep(ON_SCHEDULE)).isEqualTo(new SweepAnswer(0, 0));
  }

  @Test
  void waitsForEventsThatMayStillCome() {
    world.landing.drop("orders/young.csv", "v1");
    assertThat(world.sweep(LATER.minusSeconds(1)).sweep(ON_SCHEDULE)).isEqualTo(new SweepAnswer(0, 0));
  }

  @Test
  void aPersonNeedNotWait() {
    world.landing.drop("orders/young.csv", "v1");
    assertThat(world.sweep(LATER.minusSeconds(1)).sweep(new SweepEvent("PT0S"))).isEqualTo(new SweepAnswer(1, 1));
    assertThatThrownBy(() -> new SweepEvent("an hour")).hasMessage("expected a duration such as PT1H in age, found an hour");
  }

  @Test
  void anEventThatComesAfterTheSweepStartsNothing() {
    ObjectVersion late = world.landing.drop("orders/late.csv", "v1");
    world.sweep(LATER).sweep(ON_SCHEDULE);
    world.intake().take(List.of(late));
    assertThat(world.workflow.started()).hasSize(1);
  }

  @Test
  void countsWhatIsRefusedButSaysItOnce() {
    world.landing.drop("ordrs/x.csv", "v1");
    world.landing.drop("orders/", "v1");
    assertThat(world.sweep(LATER).sweep(ON_SCHEDULE)).isEqualTo(new SweepAnswer(1, 0));
    assertThat(world.sweep(LATER).sweep(ON_SCHEDULE)).isEqualTo(new SweepAnswer(1, 0));
    assertThat(world.logged.events("object_refused")).hasSize(1);
  }

  @Test
  void manyBecomeSeveralRuns() {
    for (int i = 0; i < 101; i++) {
      world.landing.drop("orders/" + i + ".csv", "v1");
    }
    assertThat(world.sweep(LATER).sweep(ON_SCHEDULE)).isEqualTo(new SweepAnswer(101, 2));
  }
}
