package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.List;
import sluice.local.athena.sql.Token.Kind;

/** Cuts a statement into tokens; comments and spaces belong to none. Knows both quoting styles of Athena, Trino's and Hive's. */
final class Lexer {
    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        return new Lexer(text).all();
    }

    private List<Token> all() {
        List<Token> found = new ArrayList<>();
        while (skipBlank()) {
            found.add(next());
        }
        return List.copyOf(found);
    }

    private boolean skipBlank() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("--", at)) {
                at = after(text.indexOf('\n', at), 1);
            } else if (text.startsWith("/*", at)) {
                at = after(text.indexOf("*/", at + 2), 2);
            } else {
                return true;
            }
        }
        return false;
    }

    private int after(int found, int length) {
        return found < 0 ? text.length() : found + length;
    }

    private Token next() {
        char c = text.charAt(at);
        if (c == '\'') {
            return quoted(Kind.STRING, c);
        }
        if (c == '"' || c == '`') {
            return quoted(Kind.QUOTED, c);
        }
        if (Character.isLetter(c) || c == '_') {
            return run(Kind.WORD);
        }
        return Character.isDigit(c) ? run(Kind.NUMBER) : new Token(Kind.SYMBOL, at, ++at, String.valueOf(c));
    }

    private Token run(Kind kind) {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "_$@".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return new Token(kind, start, at, text.substring(start, at));
    }

    /** A quote inside is doubled; an unclosed one takes the rest, and Trino then says where it began. */
    private Token quoted(Kind kind, char quote) {
        int start = at++;
        StringBuilder inside = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                inside.append(c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                inside.append(text.charAt(at++));
            } else {
                break;
            }
        }
        return new Token(kind, start, at, inside.toString());
    }
}
