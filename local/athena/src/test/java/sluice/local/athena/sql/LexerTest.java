package sluice.local.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import sluice.local.athena.sql.Token.Kind;

class LexerTest {

    @Test
    void knowsWordsNamesStringsNumbersAndSigns() {
        assertThat(Lexer.tokens("a1 \"B\"\"b\" `c``c` 'd''d' 12 <="))
                .extracting(Token::kind, Token::text)
                .containsExactly(
                        tuple(Kind.WORD, "a1"),
                        tuple(Kind.QUOTED, "B\"b"),
                        tuple(Kind.QUOTED, "c`c"),
                        tuple(Kind.STRING, "d'd"),
                        tuple(Kind.NUMBER, "12"),
                        tuple(Kind.SYMBOL, "<"),
                        tuple(Kind.SYMBOL, "="));
    }

    @Test
    void skipsCommentsAlsoThoseThatNeverEnd() {
        assertThat(Lexer.tokens("-- x\na /* 'b' */ c -- d")).extracting(Token::text).containsExactly("a", "c");
        assertThat(Lexer.tokens("a /* b")).extracting(Token::text).containsExactly("a");
    }

    @Test
    void givesAnUnclosedStringTheRest() {
        assertThat(Lexer.tokens("a 'b c")).extracting(Token::text).containsExactly("a", "b c");
    }

    @Test
    void tellsWhereEachTokenStands() {
        Token second = Lexer.tokens("ab  'c'").get(1);

        assertThat(second.start()).isEqualTo(4);
        assertThat(second.end()).isEqualTo(7);
    }
}
