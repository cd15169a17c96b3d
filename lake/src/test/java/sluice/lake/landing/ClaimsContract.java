package sluice.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.lake.DatasetName;
import sluice.lake.Race;
import sluice.lake.RunId;

/** What all claims promise, those for tests as well as the real ones. */
abstract class ClaimsContract {
  static final LandedObject OBJECT = object("orders/a.csv", "v1");
  static final LandedObject LONGEST_KEY = object("orders/" + "ą".repeat(508) + "b", "v1");
  static final RunId FIRST = new RunId("land-1");

  private final Claims claims;

  /** @param claims none yet */
  ClaimsContract(Claims claims) {
    this.claims = claims;
  }

  @Test
  void theFirstClaimStands() {
    assertThat(claims.of(OBJECT)).isEmpty();
    assertThat(claims.claim(OBJECT, FIRST)).isEqualTo(FIRST);
    assertThat(claims.claim(OBJECT, new RunId("land-2"))).isEqualTo(FIRST);
    assertThat(claims.of(OBJECT)).contains(FIRST);
  }

  @Test
  void eachVersionIsClaimedForItself() {
    claims.claim(OBJECT, FIRST);
    LandedObject newer = object("orders/a.csv", "v2");
    assertThat(claims.of(newer)).isEmpty();
    assertThat(claims.claim(newer, new RunId("land-2"))).isEqualTo(new RunId("land-2"));
  }

  @Test
  void ofSeveralAtOnceAllLearnWhoWasFaster() {
    List<RunId> told = Race.of(number -> claims.claim(OBJECT, new RunId("land-" + number)));
    assertThat(told).containsOnly(claims.of(OBJECT).orElseThrow());
  }

  @Test
  void aKeyAsLongAsS3AllowsCanBeClaimed() {
    assertThat(claims.claim(LONGEST_KEY, FIRST)).isEqualTo(FIRST);
    assertThat(claims.of(LONGEST_KEY)).contains(FIRST);
  }

  private static LandedObject object(String key, String version) {
    return new LandedObject(new DatasetName("orders"), "b", key, version);
  }
}
