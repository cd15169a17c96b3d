package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement changed in some spans, which still knows where each place stood: errors name the line that the user wrote. */
public final class Rewriting {
    private static final Pattern LINE = Pattern.compile("line (\\d+):(\\d+)");

    /** The text from {@code start} to {@code end} became {@code text}. */
    record Edit(int start, int end, String text) {
    }

    private final String original;
    private final List<Edit> edits;
    private final String sql;

    private Rewriting(String original, List<Edit> edits) {
        this.original = original;
        this.edits = edits;
        StringBuilder changed = new StringBuilder();
        int from = 0;
        for (Edit edit : edits) {
            changed.append(original, from, edit.start()).append(edit.text());
            from = edit.end();
        }
        this.sql = changed.append(original, from, original.length()).toString();
    }

    static Rewriting of(String original, List<Edit> edits) {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(Edit::start));
        return new Rewriting(original, sorted);
    }

    /** A statement of our own making: there is no user's text that an error could point to. */
    public static Rewriting own(String sql) {
        return new Rewriting(sql, List.of());
    }

    public String sql() {
        return sql;
    }

    /** Trino's message with its places moved to where they stand in the original. */
    public String relocate(String message) {
        if (edits.isEmpty()) {
            return message;
        }
        return LINE.matcher(message).replaceAll(found -> Matcher.quoteReplacement("line " + original(position(found.group(1), found.group(2)))));
    }

    private static Position position(String line, String column) {
        return new Position(Integer.parseInt(line), Integer.parseInt(column));
    }

    Position original(Position changed) {
        int offset = changed.offsetIn(sql);
        int moved = 0;
        for (Edit edit : edits) {
            int start = edit.start() + moved;
            if (offset < start) {
                break;
            }
            if (offset < start + edit.text().length()) {
                return Position.at(original, edit.start());
            }
            moved += edit.text().length() - (edit.end() - edit.start());
        }
        return Position.at(original, offset - moved);
    }
}
