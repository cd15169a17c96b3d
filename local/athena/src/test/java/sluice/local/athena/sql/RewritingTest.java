package sluice.local.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.local.athena.sql.Rewriting.Edit;

class RewritingTest {

    @Test
    void appliesItsEditsWhereverTheyAreGiven() {
        assertThat(Rewriting.of("abcdef", List.of(new Edit(4, 5, "XYZ"), new Edit(1, 2, ""))).sql()).isEqualTo("acdXYZf");
    }

    @Test
    void movesPlacesBackBehindLongerAndShorterText() {
        Rewriting longer = Rewriting.of("aa bb\ncc dd", List.of(new Edit(0, 2, "aaaa\naaaa")));

        assertThat(longer.original(new Position(2, 6))).isEqualTo(new Position(1, 4));
        assertThat(longer.original(new Position(3, 4))).isEqualTo(new Position(2, 4));
        assertThat(Rewriting.of("aa\nbb cc", List.of(new Edit(0, 3, ""))).original(new Position(1, 4))).isEqualTo(new Position(2, 4));
    }

    @Test
    void rewritesEveryPlaceThatAMessageNames() {
        Rewriting two = Rewriting.of("x\n`a`", List.of(new Edit(0, 1, "xxx")));

        assertThat(two.relocate("line 1:4: near line 2:2")).isEqualTo("line 1:2: near line 2:2");
    }

    @Test
    void leavesMessagesOfAnUnchangedStatementAlone() {
        assertThat(Rewriting.own("select 1").relocate("line 7:9: $1 stays")).isEqualTo("line 7:9: $1 stays");
    }

    @Test
    void namesTheEndForAPlaceBehindTheText() {
        assertThat(new Position(9, 9).offsetIn("one line")).isEqualTo(8);
        assertThat(Position.at("ab\nc", 99)).isEqualTo(new Position(2, 2));
    }
}
