package sluice.local.athena.sql;

import java.util.Optional;

/** {@code OPTIMIZE t REWRITE DATA USING BIN_PACK [WHERE …]}: Trino calls it a procedure of the table. */
public record Optimize(TableName table, String where) implements Statement {

    static Optional<Optimize> read(Tokens tokens, String database) {
        if (!tokens.take("optimize")) {
            return Optional.empty();
        }
        TableName table = tokens.table(database);
        for (String word : new String[] {"rewrite", "data", "using", "bin_pack"}) {
            tokens.expect(word);
        }
        String where = tokens.rest();
        return Optional.of(new Optimize(table, where));
    }

    public Rewriting execute(String catalog) {
        return Rewriting.own(("alter table %s execute optimize %s".formatted(table.in(catalog), where)).strip());
    }
}
