package sluice.local.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "select 1 | SELECT",
            "with a as (select 1) select * from a | WITH",
            "insert into t select 1 | INSERT",
            "create or replace view v as select 1 | CREATE VIEW",
            "create view v as select 1 | CREATE VIEW",
            "create table t as select 1 | CREATE TABLE AS SELECT",
            "create external table t (a int) location 's3://b' | CREATE EXTERNAL",
            "show tables | SHOW TABLES",
            "describe t | DESCRIBE",
            "commit | COMMIT",
            "'' | ''"})
    void namesTheKindOfStatement(String sql, String words) {
        assertThat(FirstWords.of(sql)).isEqualTo(words);
    }

    @Test
    void looksBehindCommentsAndParentheses() {
        assertThat(FirstWords.of("-- hello\n /* there */ ((select 1))")).isEqualTo("SELECT");
    }
}
