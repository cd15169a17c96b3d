package sluice.local.athena.sql;

import java.util.Locale;

/** A table in the one catalog that Athena knows; Glue keeps names in lower case. */
public record TableName(String database, String table) {

    static TableName of(String database, String table) {
        return new TableName(database.toLowerCase(Locale.ROOT), table.toLowerCase(Locale.ROOT));
    }

    /** As Trino wants it written. */
    public String in(String catalog) {
        return catalog + "." + quoted(database) + "." + quoted(table);
    }

    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public String toString() {
        return database + "." + table;
    }
}
