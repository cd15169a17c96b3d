package sluice.local.athena.sql;

/** A place in a statement as an error message names it; both count from one. */
public record Position(int line, int column) {

    static Position at(String text, int offset) {
        int end = Math.min(offset, text.length());
        int lineStart = text.lastIndexOf('\n', end - 1) + 1;
        int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        return new Position(line, end - lineStart + 1);
    }

    int offsetIn(String text) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        return Math.min(text.length(), start + column - 1);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
