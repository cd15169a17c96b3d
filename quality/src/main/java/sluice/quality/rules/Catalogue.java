package sluice.quality.rules;

import java.util.Optional;
import sluice.quality.sql.TableColumns;

/** Knows the columns of tables that were built. */
public interface Catalogue {
  /** Nothing where there is no such table. */
  Optional<TableColumns> columns(String database, String table);
}
