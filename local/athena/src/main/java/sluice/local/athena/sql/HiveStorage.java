package sluice.local.athena.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.local.athena.sql.Token.Kind;

/** How a Hive table's objects are read: {@code ROW FORMAT … STORED AS …}. */
public record HiveStorage(String serde, Map<String, String> serdeProperties, String inputFormat, String outputFormat) {
    private static final String HIVE = "org.apache.hadoop.hive.";
    private static final String TEXT_SERDE = HIVE + "serde2.lazy.LazySimpleSerDe";

    /** The short names of {@code STORED AS}. */
    private enum Stored {
        TEXTFILE(TEXT_SERDE, "org.apache.hadoop.mapred.TextInputFormat", HIVE + "ql.io.HiveIgnoreKeyTextOutputFormat"),
        PARQUET(HIVE + "ql.io.parquet.serde.ParquetHiveSerDe", HIVE + "ql.io.parquet.MapredParquetInputFormat", HIVE + "ql.io.parquet.MapredParquetOutputFormat"),
        ORC(HIVE + "ql.io.orc.OrcSerde", HIVE + "ql.io.orc.OrcInputFormat", HIVE + "ql.io.orc.OrcOutputFormat"),
        AVRO(HIVE + "serde2.avro.AvroSerDe", HIVE + "ql.io.avro.AvroContainerInputFormat", HIVE + "ql.io.avro.AvroContainerOutputFormat");

        private final String serde;
        private final String input;
        private final String output;

        Stored(String serde, String input, String output) {
            this.serde = serde;
            this.input = input;
            this.output = output;
        }
    }

    static HiveStorage read(Tokens tokens) {
        Optional<String> serde = Optional.empty();
        Map<String, String> properties = new LinkedHashMap<>();
        if (tokens.take("row", "format", "serde")) {
            serde = Optional.of(tokens.expect(Kind.STRING, "a SerDe in quotes").text());
            if (tokens.take("with", "serdeproperties")) {
                properties.putAll(tokens.stringPairs());
            }
        } else if (tokens.take("row", "format", "delimited")) {
            delimited(tokens, properties);
        }
        if (tokens.take("stored", "as", "inputformat")) {
            String input = tokens.expect(Kind.STRING, "an input format in quotes").text();
            tokens.expect("outputformat");
            String output = tokens.expect(Kind.STRING, "an output format in quotes").text();
            return new HiveStorage(serde.orElse(TEXT_SERDE), properties, input, output);
        }
        Stored stored = tokens.take("stored", "as") ? stored(tokens) : Stored.TEXTFILE;
        return new HiveStorage(serde.orElse(stored.serde), properties, stored.input, stored.output);
    }

    private static Stored stored(Tokens tokens) {
        for (Stored stored : Stored.values()) {
            if (tokens.take(stored.name())) {
                return stored;
            }
        }
        throw tokens.unexpected("one of TEXTFILE, PARQUET, ORC, AVRO, INPUTFORMAT");
    }

    private static void delimited(Tokens tokens, Map<String, String> properties) {
        if (tokens.take("fields", "terminated", "by")) {
            String separator = tokens.expect(Kind.STRING, "a separator in quotes").text();
            properties.put("field.delim", separator);
            properties.put("serialization.format", separator);
        }
        if (tokens.take("escaped", "by")) {
            properties.put("escape.delim", tokens.expect(Kind.STRING, "an escape in quotes").text());
        }
        if (tokens.take("lines", "terminated", "by")) {
            properties.put("line.delim", tokens.expect(Kind.STRING, "a line end in quotes").text());
        }
    }
}
