package sluice.local.athena.query;

import java.util.Locale;

/** What Athena calls a statement before it runs it: {@code StatementType} and {@code SubstatementType}. */
public record StatementKind(Type type, String substatement) {

    public enum Type { DDL, DML, UTILITY }

    /** @param words the statement's first words, in any case */
    public static StatementKind of(String words) {
        String upper = words.toUpperCase(Locale.ROOT);
        String first = upper.split(" ", 2)[0];
        return switch (first) {
            case "SELECT", "WITH", "VALUES", "TABLE" -> new StatementKind(Type.DML, "SELECT");
            case "INSERT", "DELETE", "UPDATE", "MERGE", "OPTIMIZE", "VACUUM", "UNLOAD" -> new StatementKind(Type.DML, first);
            case "SHOW", "DESCRIBE", "DESC", "EXPLAIN" -> new StatementKind(Type.UTILITY, upper.replace(' ', '_'));
            case "MSCK" -> new StatementKind(Type.DDL, "MSCK_REPAIR_TABLE");
            default -> new StatementKind(Type.DDL, upper.replace(' ', '_'));
        };
    }

    /** Athena names the columns in the first row of a query's result, but not in what a utility statement lists. */
    public boolean hasHeader() {
        return type == Type.DML;
    }
}
