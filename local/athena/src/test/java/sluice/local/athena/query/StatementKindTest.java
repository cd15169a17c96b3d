package sluice.local.athena.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementKindTest {

    @ParameterizedTest
    @CsvSource({
            "SELECT, DML, SELECT, true",
            "WITH, DML, SELECT, true",
            "insert, DML, INSERT, true",
            "MERGE, DML, MERGE, true",
            "CREATE TABLE AS SELECT, DDL, CREATE_TABLE_AS_SELECT, false",
            "CREATE VIEW, DDL, CREATE_VIEW, false",
            "ALTER TABLE, DDL, ALTER_TABLE, false",
            "MSCK REPAIR, DDL, MSCK_REPAIR_TABLE, false",
            "SHOW TABLES, UTILITY, SHOW_TABLES, false",
            "EXPLAIN, UTILITY, EXPLAIN, false"})
    void callsStatementsAsAthenaDoes(String words, StatementKind.Type type, String substatement, boolean header) {
        StatementKind kind = StatementKind.of(words);

        assertThat(kind).isEqualTo(new StatementKind(type, substatement));
        assertThat(kind.hasHeader()).isEqualTo(header);
    }
}
