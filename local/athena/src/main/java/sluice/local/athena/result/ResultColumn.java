package sluice.local.athena.result;

import io.trino.client.ClientTypeSignature;
import io.trino.client.ClientTypeSignatureParameter;
import io.trino.client.Column;
import java.util.List;

/** A result's column as Athena describes it: a bare type name, and the sizes apart from it. */
public record ResultColumn(String name, String type, int precision, int scale) {
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    public static ResultColumn of(Column column) {
        ClientTypeSignature signature = column.getTypeSignature();
        return switch (signature.getRawType()) {
            case "integer" -> new ResultColumn(column.getName(), "integer", 10, 0);
            case "bigint" -> new ResultColumn(column.getName(), "bigint", 19, 0);
            case "smallint" -> new ResultColumn(column.getName(), "smallint", 5, 0);
            case "tinyint" -> new ResultColumn(column.getName(), "tinyint", 3, 0);
            case "double" -> new ResultColumn(column.getName(), "double", 17, 0);
            case "real" -> new ResultColumn(column.getName(), "float", 17, 0);
            case "decimal" -> new ResultColumn(column.getName(), "decimal", number(signature, 0), number(signature, 1));
            case "varchar" -> new ResultColumn(column.getName(), "varchar", number(signature, 0), 0);
            case "char" -> new ResultColumn(column.getName(), "char", number(signature, 0), 0);
            case "varbinary" -> new ResultColumn(column.getName(), "varbinary", 1_073_741_824, 0);
            case "timestamp", "timestamp with time zone", "time", "time with time zone" -> new ResultColumn(column.getName(), signature.getRawType(), 3, 0);
            default -> new ResultColumn(column.getName(), signature.getRawType(), 0, 0);
        };
    }

    /** A column of text made by Athena itself, as in {@code SHOW TABLES}. */
    public static ResultColumn string(String name) {
        return new ResultColumn(name, "string", 0, 0);
    }

    public boolean caseSensitive() {
        return type.equals("varchar") || type.equals("char");
    }

    private static int number(ClientTypeSignature signature, int index) {
        List<ClientTypeSignatureParameter> arguments = signature.getArguments();
        return index < arguments.size() ? (int) Math.min(UNBOUNDED, arguments.get(index).getLongLiteral()) : UNBOUNDED;
    }
}
