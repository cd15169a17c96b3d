package sluice.validator.file;

import java.io.IOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.validator.Reason;
import sluice.validator.Refusal;
import sluice.validator.file.read.Fault;
import sluice.validator.file.read.Fields;
import sluice.validator.file.read.RowReceiver;
import sluice.validator.file.unique.RowPrint;
import sluice.validator.file.unique.Uniqueness;
import sluice.validator.file.write.AcceptedFile;
import sluice.validator.file.write.RefusedFile;

/**
 * Takes every row of a file and sees it to where it belongs: accepted, refused, or nowhere because it was there before.
 *
 * <p>Rows of which only the end of the file tells whether they repeat another have to wait for a second reading, by
 * {@link #second}; so the accepted rows are written once, in their order.
 */
final class RowGate implements RowReceiver {
  private final Contract contract;
  private final Input.Maker maker;
  private final RowRules rules;
  private final RowPrint print;
  private final Uniqueness uniqueness;
  private final AcceptedFile accepted;
  private final RefusedFile refused;
  private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
  private UnlistedText unlisted;
  private long read;
  private long quarantined;
  private long duplicates;
  private final BitSet waiting = new BitSet();

  RowGate(Contract contract, Input.Maker maker, Limits limits, Uniqueness uniqueness, AcceptedFile accepted, RefusedFile refused) {
    this.contract = contract;
    this.maker = maker;
    this.rules = new RowRules(contract, limits);
    this.print = new RowPrint(contract);
    this.uniqueness = uniqueness;
    this.accepted = accepted;
    this.refused = refused;
  }

  @Override
  public Layout columns(List<String> names) throws IOException {
    ColumnMap map = ColumnMap.of(contract, maker, names);
    int width = contract.columns().size();
    unlisted = map.unlisted().isEmpty() ? null : new UnlistedText(width + 1, map.unlisted());
    return new Layout(new Fields(width + 1 + map.unlisted().size()), map.slots());
  }

  @Override
  public void row(Fields row) throws IOException {
    read++;
    Fault fault = row.fault();
    if (fault == null) {
      collectUnlisted(row);
      fault = rules.judge(row);
    }
    if (fault != null) {
      quarantined++;
      reasons.merge(fault.reason(), 1L, Long::sum);
      refused.add(row, fault);
      return;
    }
    print.take(row);
    switch (uniqueness.ask(row.number(), print.keyHigh(), print.keyLow(), print.contentHigh(), print.contentLow())) {
      case REPEATED -> duplicates++;
      case NEW -> accepted.add(row);
      case LATER -> waiting.set(Math.toIntExact(row.number()));
    }
  }

  private void collectUnlisted(Fields row) {
    if (unlisted != null) {
      if (maker == Input.Maker.PRODUCER) {
        row.setNull(contract.columns().size()); // the reader does not know this slot, so the last row's is still there
      }
      unlisted.into(row, contract.columns().size());
    }
  }

  /** Whether the file has to be read once more. */
  boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  /**
   * Takes the file's rows again and accepts those that waited.
   *
   * @param repeated numbers of rows that turned out to repeat another
   */
  RowReceiver second(BitSet repeated) {
    duplicates += repeated.cardinality();
    waiting.andNot(repeated);
    return new RowReceiver() {
      @Override
      public Layout columns(List<String> names) throws IOException {
        return RowGate.this.columns(names);
      }

      @Override
      public void row(Fields row) throws IOException {
        if (waiting.get(Math.toIntExact(row.number()))) {
          collectUnlisted(row);
          rules.coerce(row);
          accepted.add(row);
        }
      }
    };
  }

  /** What can be said only when all rows were seen. */
  void end() throws IOException {
    if (read == 0) {
      throw new Refusal(Reason.EMPTY_OBJECT, "the object has no rows");
    }
    missingThroughout(Drift.Kind.MISSING_REQUIRED_COLUMN, Reason.MISSING_REQUIRED_COLUMN);
    missingThroughout(Drift.Kind.MISSING_OPTIONAL_COLUMN, Reason.MISSING_OPTIONAL_COLUMN);
  }

  private void missingThroughout(Drift.Kind kind, Reason reason) throws IOException {
    List<String> missing = rules.neverFound(kind);
    if (!missing.isEmpty()) {
      ColumnMap.actOn(contract.drift().on(kind), reason, "no row has " + missing);
    }
  }

  long read() {
    return read;
  }

  long quarantined() {
    return quarantined;
  }

  long duplicates() {
    return duplicates;
  }

  Map<Reason, Long> reasons() {
    return reasons;
  }
}
