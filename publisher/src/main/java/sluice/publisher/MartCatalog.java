package sluice.publisher;

import java.util.List;

/** Knows which tables of a slot are marts. */
public interface MartCatalog {
  /** Sorted; a mart is what dbt built as an Iceberg table. */
  List<String> marts(String database);
}
