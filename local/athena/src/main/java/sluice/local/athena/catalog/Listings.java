package sluice.local.athena.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.local.athena.sql.Listing;
import sluice.local.athena.sql.RefusedException;
import sluice.local.athena.sql.TableName;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.Table;

/** Answers {@code SHOW …} and {@code DESCRIBE} from the catalogue, as lines of text under one column, as Athena does. */
public final class Listings {
    /** The column's name and the lines under it. */
    public record Lines(String column, List<String> lines) {
    }

    private final GlueCatalogue glue;

    public Listings(GlueCatalogue glue) {
        this.glue = glue;
    }

    public Lines list(Listing listing) {
        return switch (listing) {
            case Listing.Databases databases -> new Lines("database_name", matching(glue.databases().stream().map(Database::name), databases.pattern()));
            case Listing.Tables tables -> new Lines("tab_name", matching(glue.tables(tables.database()).stream().map(Table::name), tables.pattern()));
            case Listing.Views views -> new Lines("views", matching(glue.tables(views.database()).stream().filter(Listings::isView).map(Table::name), views.pattern()));
            case Listing.Columns columns -> new Lines("field", allColumns(glue.table(columns.table())).map(c -> padded(c.name())).toList());
            case Listing.Partitions partitions -> new Lines("partition", partitions(partitions.table()));
            case Listing.Properties properties -> new Lines("prpt_name", properties(glue.table(properties.table()), properties.key()));
            case Listing.Description description -> new Lines("col_name", description(glue.table(description.table())));
        };
    }

    private static boolean isView(Table table) {
        return "VIRTUAL_VIEW".equals(table.tableType());
    }

    private static List<String> matching(Stream<String> names, Optional<String> pattern) {
        Predicate<String> wanted = pattern.map(Listings::regex).map(Pattern::asMatchPredicate).orElse(name -> true);
        return names.filter(wanted).sorted().toList();
    }

    private static Pattern regex(String hive) {
        return Pattern.compile(Stream.of(hive.split("\\|")).map(part -> ("\\Q" + part + "\\E").replace("*", "\\E.*\\Q")).collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE);
    }

    private List<String> partitions(TableName name) {
        List<String> keys = glue.table(name).partitionKeys().stream().map(Column::name).toList();
        if (keys.isEmpty()) {
            throw new RefusedException("Table " + name + " is not a partitioned table");
        }
        return glue.partitions(name).stream().map(partition -> {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                parts.add(keys.get(i) + "=" + partition.values().get(i));
            }
            return String.join("/", parts);
        }).sorted().toList();
    }

    private static List<String> properties(Table table, Optional<String> key) {
        return table.parameters().entrySet().stream()
                .filter(e -> key.isEmpty() || key.get().equals(e.getKey()))
                .map(e -> e.getKey() + "\t" + e.getValue()).sorted().toList();
    }

    private static List<String> description(Table table) {
        List<String> lines = new ArrayList<>(allColumns(table).map(Listings::line).toList());
        if (!table.partitionKeys().isEmpty()) {
            lines.add("\t \t ");
            lines.add("# Partition Information\t \t ");
            lines.add(padded("# col_name") + "\t" + padded("data_type") + "\t" + padded("comment"));
            table.partitionKeys().forEach(key -> lines.add(line(key)));
        }
        return lines;
    }

    private static Stream<Column> allColumns(Table table) {
        return Stream.concat(table.storageDescriptor().columns().stream(), table.partitionKeys().stream());
    }

    private static String line(Column column) {
        return padded(column.name()) + "\t" + padded(column.type()) + "\t" + padded(Optional.ofNullable(column.comment()).orElse(""));
    }

    private static String padded(String text) {
        return "%-20s".formatted(text);
    }
}
