package sluice.validator.file.read;

import java.util.List;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.LogicalType;

/** What a contract expects in a row of JSON: names of fields, and which of them hold JSON themselves. */
public record JsonColumns(List<String> names, List<Boolean> json, int deepest) {
  public JsonColumns {
    names = List.copyOf(names);
    json = List.copyOf(json);
  }

  public static JsonColumns of(Contract contract, int deepest) {
    return new JsonColumns(contract.columns().stream().map(Column::header).toList(),
        contract.columns().stream().map(column -> column.type().kind() == LogicalType.Kind.JSON).toList(), deepest);
  }

  JsonRow row(Fields fields, int longest) {
    boolean[] holdJson = new boolean[json.size()];
    for (int at = 0; at < holdJson.length; at++) {
      holdJson[at] = json.get(at);
    }
    return new JsonRow(fields, names, holdJson, longest, deepest);
  }
}
