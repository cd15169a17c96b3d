package sluice.local.athena.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sluice.local.athena.sql.Token.Kind;

/** One {@code PARTITION (day = '2026-01-01', run = 'x') [LOCATION '…']}. */
public record PartitionSpec(Map<String, String> values, Optional<String> location) {

    static PartitionSpec read(Tokens tokens) {
        Map<String, String> values = new LinkedHashMap<>();
        tokens.expect("partition");
        tokens.expect("(");
        do {
            String key = tokens.name().text().toLowerCase(Locale.ROOT);
            tokens.expect("=");
            values.put(key, tokens.literal());
        } while (tokens.take(","));
        tokens.expect(")");
        Optional<String> location = tokens.take("location") ? Optional.of(tokens.expect(Kind.STRING, "a location in quotes").text()) : Optional.empty();
        return new PartitionSpec(values, location);
    }

    /** The values in the order of the table's keys. */
    public List<String> inOrderOf(List<String> keys) {
        if (!List.copyOf(keys).containsAll(values.keySet()) || keys.size() != values.size()) {
            throw new RefusedException("the partition " + values + " does not name exactly the keys " + keys);
        }
        return keys.stream().map(values::get).toList();
    }
}
