package sluice.local.athena.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that Athena refuses in an Iceberg table; Trino would quietly widen them, and the same model would then fail on AWS. */
public final class IcebergTypes {
    private static final Pattern UNSUPPORTED = Pattern.compile("\\b(?:tinyint|smallint|char\\(\\d+\\))");
    private static final Pattern TIMESTAMP = Pattern.compile("\\btimestamp\\((\\d+)\\)( with time zone)?");

    private IcebergTypes() {
    }

    /** @param type as Trino writes it
     *  @throws RefusedException naming the column and what to cast it to */
    public static void check(String column, String type) {
        Matcher timestamp = TIMESTAMP.matcher(type);
        while (timestamp.find()) {
            if (!timestamp.group(1).equals("6")) {
                String zone = timestamp.group(2) == null ? "" : timestamp.group(2);
                throw new RefusedException("NOT_SUPPORTED: Timestamp precision (%s) not supported for Iceberg. Use \"timestamp(6)%s\" instead. Column: %s"
                        .formatted(timestamp.group(1), zone, column));
            }
        }
        Matcher unsupported = UNSUPPORTED.matcher(type);
        if (unsupported.find()) {
            throw new RefusedException("NOT_SUPPORTED: Type not supported for Iceberg: %s. Column: %s".formatted(unsupported.group(), column));
        }
    }
}
