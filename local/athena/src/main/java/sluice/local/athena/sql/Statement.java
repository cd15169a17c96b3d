package sluice.local.athena.sql;

/** What a query text asks for: a query that Trino understands, or one of the closed list of statements where Athena has words of its own. */
public sealed interface Statement
        permits AddPartitions, CreateDatabase, CreateTable, CreateTableAs, DropPartitions, Listing, Optimize, RepairTable, TableChange, TrinoQuery, Vacuum {
}
