package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Walks over a statement's tokens; a step that does not fit either moves nothing or says what was expected, and where. */
final class Tokens {
    private final String text;
    private final List<Token> tokens;
    private int at;

    Tokens(String text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    String text() {
        return text;
    }

    List<Token> all() {
        return tokens;
    }

    /** Takes the words when all of them come next, else none. */
    boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    void expect(String word) {
        if (!take(word)) {
            throw unexpected("'" + word.toLowerCase(Locale.ROOT) + "'");
        }
    }

    Token expect(Token.Kind kind, String what) {
        if (atEnd() || peek().kind() != kind) {
            throw unexpected(what);
        }
        return tokens.get(at++);
    }

    /** Whether the word comes next; takes nothing. */
    boolean comes(String word) {
        return !atEnd() && peek().is(word);
    }

    /** Whatever comes next, without its quotes. */
    String any() {
        if (atEnd()) {
            throw unexpected("a name or a number");
        }
        return tokens.get(at++).text();
    }

    /** A string or a number, as text. */
    String literal() {
        if (atEnd() || peek().kind() != Token.Kind.STRING && peek().kind() != Token.Kind.NUMBER) {
            throw unexpected("a value");
        }
        return any();
    }

    Token name() {
        if (atEnd() || !peek().isName()) {
            throw unexpected("a name");
        }
        return tokens.get(at++);
    }

    /** A table's name of one to three parts; the catalog is dropped, for Athena has one and it is never another here. */
    TableName table(String database) {
        List<String> parts = new ArrayList<>(List.of(name().text()));
        while (take(".")) {
            parts.add(name().text());
        }
        if (parts.size() > 3) {
            throw unexpected("a table name of at most three parts");
        }
        return TableName.of(parts.size() == 1 ? database : parts.get(parts.size() - 2), parts.getLast());
    }

    /** {@code ('key' = 'value', …)} */
    Map<String, String> stringPairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        expect("(");
        do {
            String key = expect(Token.Kind.STRING, "a property name in quotes").text();
            expect("=");
            pairs.put(key, expect(Token.Kind.STRING, "a property value in quotes").text());
        } while (take(","));
        expect(")");
        return pairs;
    }

    /** {@code (key = expression, …)} as written, each expression as a span of the text. */
    Map<String, String> expressions() {
        Map<String, String> pairs = new LinkedHashMap<>();
        expect("(");
        do {
            String key = name().text().toLowerCase(Locale.ROOT);
            expect("=");
            pairs.put(key, expression());
        } while (take(","));
        expect(")");
        return pairs;
    }

    private String expression() {
        int start = position();
        int end = start;
        int depth = 0;
        while (!atEnd() && (depth > 0 || !(peek().is(",") || peek().is(")")))) {
            Token token = tokens.get(at++);
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            end = token.end();
        }
        if (end == start) {
            throw unexpected("a property value");
        }
        return text.substring(start, end);
    }

    /** From the next token to the end of the statement, without a closing semicolon. */
    String rest() {
        int start = position();
        at = tokens.size();
        int end = end();
        return start >= end ? "" : text.substring(start, end);
    }

    /** Where the last token ends that is not a closing semicolon. */
    int end() {
        int last = tokens.size() - 1;
        while (last >= 0 && tokens.get(last).is(";")) {
            last--;
        }
        return last < 0 ? 0 : tokens.get(last).end();
    }

    int position() {
        return atEnd() ? text.length() : peek().start();
    }

    /** Where the token taken last began. */
    int lastStart() {
        return tokens.get(at - 1).start();
    }

    int lastEnd() {
        return tokens.get(at - 1).end();
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    void expectEnd() {
        while (take(";")) {
            continue;
        }
        if (!atEnd()) {
            throw unexpected("the end of the statement");
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    /** As {@link #unexpected}, for the token that was taken last. */
    SyntaxException unexpectedBefore(String expected) {
        at--;
        return unexpected(expected);
    }

    SyntaxException unexpected(String expected) {
        String found = atEnd() ? "<EOF>" : text.substring(peek().start(), peek().end());
        return new SyntaxException(Position.at(text, position()), found, expected);
    }
}
