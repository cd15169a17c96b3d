package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an Iceberg table is partitioned by: Athena puts a bucket's count first, Trino last. */
final class PartitionTransform {

    private PartitionTransform() {
    }

    /** {@code (day(at), bucket(16, id), country)} in Trino's form. */
    static List<String> readAll(Tokens tokens) {
        List<String> transforms = new ArrayList<>();
        tokens.expect("(");
        do {
            transforms.add(read(tokens));
        } while (tokens.take(","));
        tokens.expect(")");
        return transforms;
    }

    private static String read(Tokens tokens) {
        String word = tokens.name().text().toLowerCase(Locale.ROOT);
        if (!tokens.take("(")) {
            return TableName.quoted(word);
        }
        String first = tokens.any();
        String transform = tokens.take(",") ? word + "(" + TableName.quoted(tokens.name().text().toLowerCase(Locale.ROOT)) + ", " + first + ")" : word + "(" + TableName.quoted(first) + ")";
        tokens.expect(")");
        return transform;
    }
}
