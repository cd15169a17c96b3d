package sluice.local.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class ListingTest {

    @Test
    void readsTheListsThatAthenaKnows() {
        TableName t = new TableName("db", "t");
        assertThat(read("show databases")).isEqualTo(new Listing.Databases(Optional.empty()));
        assertThat(read("SHOW SCHEMAS LIKE 'sluice*'")).isEqualTo(new Listing.Databases(Optional.of("sluice*")));
        assertThat(read("show tables;")).isEqualTo(new Listing.Tables("db", Optional.empty()));
        assertThat(read("show tables in `X` 'a|b'")).isEqualTo(new Listing.Tables("x", Optional.of("a|b")));
        assertThat(read("show views from x")).isEqualTo(new Listing.Views("x", Optional.empty()));
        assertThat(read("show columns in t")).isEqualTo(new Listing.Columns(t));
        assertThat(read("show columns from t in y")).isEqualTo(new Listing.Columns(new TableName("y", "t")));
        assertThat(read("show partitions t")).isEqualTo(new Listing.Partitions(t));
        assertThat(read("show tblproperties t('comment')")).isEqualTo(new Listing.Properties(t, Optional.of("comment")));
        assertThat(read("describe t")).isEqualTo(new Listing.Description(t));
        assertThat(read("desc formatted db.t")).isEqualTo(new Listing.Description(t));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show create table t", "show create view v", "show functions", "explain select 1"})
    void leavesTheOthersToTrino(String text) {
        assertThat(AthenaSql.read(text, "db")).isInstanceOf(TrinoQuery.class);
    }

    @Test
    void saysWhatDoesNotBelongThere() {
        assertThatThrownBy(() -> read("show partitions t where a = 1"))
                .isInstanceOf(SyntaxException.class)
                .hasMessage("line 1:19: mismatched input 'where'. Expecting: the end of the statement");
    }

    private static Listing read(String text) {
        return (Listing) AthenaSql.read(text, "db");
    }
}
