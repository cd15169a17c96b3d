package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sluice.local.athena.sql.Token.Kind;

/** A column as Hive's grammar and the catalogue write it: {@code id int comment 'the key'}. */
public record HiveColumn(String name, String type, Optional<String> comment) {

    /** One definition, its type in Hive's words and lower case. */
    static HiveColumn read(Tokens tokens) {
        String name = tokens.name().text().toLowerCase(Locale.ROOT);
        String type = HiveType.read(tokens);
        Optional<String> comment = tokens.take("comment") ? Optional.of(tokens.expect(Kind.STRING, "a comment in quotes").text()) : Optional.empty();
        return new HiveColumn(name, type, comment);
    }

    /** {@code (a int, b string)} */
    static List<HiveColumn> readAll(Tokens tokens) {
        List<HiveColumn> columns = new ArrayList<>();
        tokens.expect("(");
        do {
            columns.add(read(tokens));
        } while (tokens.take(","));
        tokens.expect(")");
        return List.copyOf(columns);
    }

    String trino() {
        return TableName.quoted(name) + " " + HiveType.trino(type) + comment.map(text -> " comment " + TableName.literal(text)).orElse("");
    }
}
