package sluice.local.athena.sql;

/** One word of a statement: where it stands in the text, and what it says without its quotes. */
public record Token(Kind kind, int start, int end, String text) {

    public enum Kind { WORD, QUOTED, STRING, NUMBER, SYMBOL }

    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word) || kind == Kind.SYMBOL && text.equals(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }
}
