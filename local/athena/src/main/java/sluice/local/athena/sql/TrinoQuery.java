package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.List;
import sluice.local.athena.sql.Rewriting.Edit;

/** A statement that means the same in Trino, but for Hive's backticks and a closing semicolon. */
public record TrinoQuery(Rewriting query) implements Statement {

    static TrinoQuery of(String text) {
        Tokens tokens = new Tokens(text);
        List<Edit> edits = backticks(tokens);
        if (tokens.end() < text.length()) {
            edits.add(new Edit(tokens.end(), text.length(), ""));
        }
        return new TrinoQuery(TrinoGrammar.checked(Rewriting.of(text, edits)));
    }

    static List<Edit> backticks(Tokens tokens) {
        List<Edit> edits = new ArrayList<>();
        for (Token token : tokens.all()) {
            if (tokens.text().charAt(token.start()) == '`') {
                edits.add(new Edit(token.start(), token.end(), TableName.quoted(token.text())));
            }
        }
        return edits;
    }
}
