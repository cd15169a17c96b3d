package sluice.quality.sql;

import java.util.List;
import java.util.Optional;

/** The other tables that a rule may name, by the name that it gives them. */
public interface References {
  /** @param table SQL that names the table */
  record Reference(String table, TableColumns columns) {
    public static Reference of(String database, String table, TableColumns columns) {
      return new Reference(Sql.table(database, table), columns);
    }
  }

  Optional<Reference> find(String name);

  /** Those there are, for messages. */
  List<String> names();
}
