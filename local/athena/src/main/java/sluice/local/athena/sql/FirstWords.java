package sluice.local.athena.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words that say what kind of statement a text is, without its comments, names and options: {@code CREATE VIEW}. */
public final class FirstWords {
    private static final Set<String> ALONE = Set.of("SELECT", "WITH", "VALUES", "TABLE", "INSERT", "DELETE", "UPDATE", "MERGE", "OPTIMIZE", "VACUUM", "EXPLAIN", "DESCRIBE", "DESC", "UNLOAD");

    private FirstWords() {
    }

    public static String of(String sql) {
        List<Token> tokens = Lexer.tokens(sql);
        List<String> words = tokens.stream().filter(t -> !t.is("(")).limit(4).map(t -> t.text().toUpperCase(Locale.ROOT)).toList();
        if (words.isEmpty()) {
            return "";
        }
        if (ALONE.contains(words.getFirst()) || words.size() == 1) {
            return words.getFirst();
        }
        if (words.size() == 4 && words.get(1).equals("OR")) {
            return words.getFirst() + " " + words.get(3);
        }
        if (words.getFirst().equals("CREATE") && words.get(1).equals("TABLE") && tokens.stream().anyMatch(t -> t.is("AS"))) {
            return "CREATE TABLE AS SELECT";
        }
        return words.getFirst() + " " + words.get(1);
    }
}
