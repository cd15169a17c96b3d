package sluice.local.athena.sql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcebergTypesTest {

    @ParameterizedTest
    @ValueSource(strings = {"integer", "varchar", "timestamp(6)", "timestamp(6) with time zone", "array(row(\"a\" timestamp(6)))", "decimal(10,2)", "varchar(3)"})
    void letsThroughWhatAthenaTakes(String type) {
        assertThatCode(() -> IcebergTypes.check("c", type)).doesNotThrowAnyException();
    }

    @Test
    void refusesTimestampsOfAnotherPrecisionAndSaysTheCast() {
        assertThatThrownBy(() -> IcebergTypes.check("at", "timestamp(3)"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("NOT_SUPPORTED: Timestamp precision (3) not supported for Iceberg. Use \"timestamp(6)\" instead. Column: at");
        assertThatThrownBy(() -> IcebergTypes.check("all", "array(timestamp(3) with time zone)"))
                .hasMessage("NOT_SUPPORTED: Timestamp precision (3) not supported for Iceberg. Use \"timestamp(6) with time zone\" instead. Column: all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smallint", "tinyint", "char(3)"})
    void refusesTypesThatIcebergHasNot(String type) {
        assertThatThrownBy(() -> IcebergTypes.check("c", "map(varchar, " + type + ")"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("NOT_SUPPORTED: Type not supported for Iceberg: " + type + ". Column: c");
    }
}
