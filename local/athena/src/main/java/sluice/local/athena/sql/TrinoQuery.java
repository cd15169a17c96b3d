package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.List;
import sluice.local.athena.sql.Rewriting.Edit;

/** A statement that means the same in Trino, but for Hive's backticks and a closing semicolon. */
public record TrinoQuery(Rewriting query) implements Statement {

    static TrinoQuery of(String text) {
        return new TrinoQuery(TrinoGrammar.checked(Rewriting.of(text, edits(new Tokens(text)))));
    }

    static List<Edit> edits(Tokens tokens) {
        List<Edit> edits = new ArrayList<>();
        String text = tokens.text();
        for (Token token : tokens.all()) {
            if (text.charAt(token.start()) == '`') {
                edits.add(new Edit(token.start(), token.end(), TableName.quoted(token.text())));
            }
        }
        if (tokens.end() < text.length()) {
            edits.add(new Edit(tokens.end(), text.length(), ""));
        }
        return edits;
    }
}
