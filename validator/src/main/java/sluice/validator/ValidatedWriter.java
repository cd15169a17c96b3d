package sluice.validator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sluice.lake.contract.Contract;
import sluice.lake.parquet.Row;
import sluice.lake.parquet.RowSink;
import sluice.lake.parquet.RowVisitor;

/** Passes the rows of a raw object on in the contract's column order, with their lineage, as they are read. */
final class ValidatedWriter implements RowVisitor {
  private final Contract contract;
  private final List<String> targetColumns;
  private final RowSink sink;
  private final LineageColumns lineage;
  private int[] targets = {};

  ValidatedWriter(Contract contract, RowSink sink, LineageColumns lineage) {
    this.contract = contract;
    this.targetColumns = contract.validatedColumns();
    this.sink = sink;
    this.lineage = lineage;
  }

  @Override
  public void columns(List<String> names) throws Refusal {
    List<String> missing = new ArrayList<>(contract.requiredColumns());
    missing.removeAll(names);
    if (!missing.isEmpty()) {
      throw new Refusal(Reason.MISSING_REQUIRED_COLUMN, "lacks " + String.join(", ", missing) + "; has " + String.join(", ", names));
    }
    List<String> taken = contract.rawColumns();
    // A raw object brings no lineage of its own: columns of these names would be a forgery.
    targets = names.stream().mapToInt(name -> taken.contains(name) ? targetColumns.indexOf(name) : -1).toArray();
  }

  @Override
  public void row(Row row) throws IOException {
    for (int column = 0; column < targets.length; column++) {
      if (targets[column] >= 0) {
        row.copy(column, sink, targets[column]);
      }
    }
    lineage.add(sink, row.number());
    sink.endRow();
  }
}
