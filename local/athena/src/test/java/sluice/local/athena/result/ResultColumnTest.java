package sluice.local.athena.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.client.ClientTypeSignature;
import io.trino.client.ClientTypeSignatureParameter;
import io.trino.client.Column;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ResultColumnTest {

    @Test
    void namesTypesWithoutTheirSizes() {
        assertThat(of("decimal", 10, 2)).isEqualTo(new ResultColumn("c", "decimal", 10, 2));
        assertThat(of("varchar", 2_147_483_646L)).isEqualTo(new ResultColumn("c", "varchar", 2_147_483_646, 0));
        assertThat(of("varchar")).isEqualTo(new ResultColumn("c", "varchar", Integer.MAX_VALUE, 0));
        assertThat(of("timestamp", 6)).isEqualTo(new ResultColumn("c", "timestamp", 3, 0));
        assertThat(of("timestamp with time zone", 3).type()).isEqualTo("timestamp with time zone");
    }

    @Test
    void callsRealFloatAsAthenaDoes() {
        assertThat(of("real").type()).isEqualTo("float");
    }

    @Test
    void givesWholeNumbersTheirDigits() {
        assertThat(List.of(of("tinyint"), of("smallint"), of("integer"), of("bigint"))).extracting(ResultColumn::precision).containsExactly(3, 5, 10, 19);
    }

    @Test
    void knowsNestedTypesByTheirOutermostWord() {
        assertThat(of("array").type()).isEqualTo("array");
        assertThat(of("row").type()).isEqualTo("row");
    }

    @Test
    void distinguishesCaseInTextOnly() {
        assertThat(of("varchar").caseSensitive()).isTrue();
        assertThat(of("bigint").caseSensitive()).isFalse();
        assertThat(ResultColumn.string("tab_name")).isEqualTo(new ResultColumn("tab_name", "string", 0, 0));
    }

    private static ResultColumn of(String type, long... sizes) {
        List<ClientTypeSignatureParameter> arguments = LongStream.of(sizes).mapToObj(ClientTypeSignatureParameter::ofLong).toList();
        return ResultColumn.of(new Column("c", type, new ClientTypeSignature(type, arguments)));
    }
}
