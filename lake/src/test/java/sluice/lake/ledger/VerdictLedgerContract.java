package sluice.lake.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import sluice.lake.DatasetName;
import sluice.lake.Race;
import sluice.lake.RunId;

/** What every verdict ledger promises, the one for tests as well as the real one. */
abstract class VerdictLedgerContract {
  static final DatasetName ORDERS = new DatasetName("orders");
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  static final LocalDate TUESDAY = MONDAY.plusDays(1);
  static final VerdictScope EVER = new VerdictScope(ORDERS, Optional.empty());

  final VerdictLedger ledger;

  /** @param ledger empty */
  VerdictLedgerContract(VerdictLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void findsAVerdictByObjectAndContractVersion() {
    ObjectVerdict verdict = verdict("a", MONDAY, 1);
    assertThat(ledger.commit(EVER, verdict)).isTrue();
    assertThat(ledger.find(ORDERS, MONDAY, "a", 1)).contains(verdict);
    assertThat(ledger.find(ORDERS, MONDAY, "a", 2)).isEmpty();
    assertThat(ledger.find(ORDERS, TUESDAY, "a", 1)).isEmpty();
    assertThat(ledger.find(ORDERS, MONDAY, "b", 1)).isEmpty();
    assertThat(ledger.find(new DatasetName("others"), MONDAY, "a", 1)).isEmpty();
  }

  @Test
  void anObjectHasOneVerdict() {
    ObjectVerdict first = verdict("a", MONDAY, 1);
    assertThat(ledger.commit(EVER, first)).isTrue();
    assertThat(ledger.commit(EVER, verdict("a", MONDAY, 2))).isFalse();
    assertThat(ledger.inScope(EVER)).containsExactly(first);
    assertThat(ledger.commit(EVER, verdict("b", MONDAY, 2))).as("the refused one has not used its number up").isTrue();
  }

  @Test
  void theSameVerdictAgainIsOurOwnAttempt() {
    assertThat(ledger.commit(EVER, verdict("a", MONDAY, 1))).isTrue();
    assertThat(ledger.commit(EVER, verdict("a", MONDAY, 1))).isTrue();
    assertThat(ledger.inScope(EVER)).hasSize(1);
  }

  @Test
  void aVerdictOverAnOldViewIsRefused() {
    assertThat(ledger.commit(EVER, verdict("b", MONDAY, 2))).as("a number is left out").isFalse();
    assertThat(ledger.commit(EVER, verdict("a", MONDAY, 1))).isTrue();
    assertThat(ledger.commit(EVER, verdict("b", MONDAY, 1))).as("a number is taken").isFalse();
    assertThat(ledger.find(ORDERS, MONDAY, "b", 1)).isEmpty();
  }

  @Test
  void ofSeveralAtOnceOneIsFaster() {
    List<Boolean> committed = Race.of(number -> ledger.commit(EVER, verdict("o" + number, MONDAY, 1)));
    assertThat(committed).containsOnlyOnce(true);
    assertThat(ledger.inScope(EVER)).hasSize(1);
  }

  @Test
  void eachDayOfASnapshotCountsForItself() {
    VerdictScope monday = new VerdictScope(ORDERS, Optional.of(MONDAY));
    VerdictScope tuesday = new VerdictScope(ORDERS, Optional.of(TUESDAY));
    assertThat(ledger.commit(monday, verdict("a", MONDAY, 1))).isTrue();
    assertThat(ledger.commit(tuesday, verdict("b", TUESDAY, 1))).isTrue();
    assertThat(ledger.inScope(monday)).extracting(ObjectVerdict::object).containsExactly("a");
    assertThat(ledger.inScope(tuesday)).extracting(ObjectVerdict::object).containsExactly("b");
  }

  @Test
  void tellsAScopeInItsOrderAndADayByObjectOverAllPages() {
    List<String> objects = List.of("e", "b", "d", "a", "c");
    LongStream.rangeClosed(1, 5).forEach(sequence ->
        assertThat(ledger.commit(EVER, verdict(objects.get((int) sequence - 1), sequence == 3 ? TUESDAY : MONDAY, sequence))).isTrue());
    assertThat(ledger.inScope(EVER)).extracting(ObjectVerdict::object).containsExactlyElementsOf(objects);
    assertThat(ledger.ofDate(ORDERS, MONDAY)).extracting(ObjectVerdict::object).containsExactly("a", "b", "c", "e");
    assertThat(ledger.ofDate(new DatasetName("others"), MONDAY)).isEmpty();
  }

  static ObjectVerdict verdict(String object, LocalDate date, long sequence) {
    return verdict(object, date, sequence, null);
  }

  static ObjectVerdict verdict(String object, LocalDate date, long sequence, String detail) {
    RunId run = new RunId("run-1");
    return new ObjectVerdict(ORDERS, date, run, object, "v1", null, 1, sequence, new Counts(3, 2, 1, 0), null, detail,
        Map.of("key_missing", 1L), "validated/" + object, "0f", "fingerprints/" + object, "refused/" + object, run, null,
        Instant.parse("2026-11-23T09:14:00Z"), new ObjectVerdict.Source(10, "1e"), 0.5);
  }
}
