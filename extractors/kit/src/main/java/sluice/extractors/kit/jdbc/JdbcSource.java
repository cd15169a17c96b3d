package sluice.extractors.kit.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Properties;
import org.postgresql.Driver;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.Cursor;
import sluice.extractors.kit.Progress;
import sluice.extractors.kit.RowWriter;
import sluice.extractors.kit.Source;
import sluice.extractors.kit.retry.OutOfTimeException;
import sluice.extractors.kit.retry.Retry;
import sluice.extractors.kit.retry.Setback;
import sluice.extractors.kit.secret.Secrets;

/**
 * Reads one query of a PostgreSQL database, every column as the text that the database shows for it.
 *
 * <p>A later leg goes on at a row number of the same ordered query. Each leg reads from one snapshot, but two legs do
 * not share one: rows that are inserted before the place between two legs are read twice, rows that are deleted there
 * let as many others be missed. That is as good as it gets without a key column to go on from.
 */
public final class JdbcSource implements Source {
  private static final String ROWS = "rows";

  private final JdbcConfig config;
  private final Secrets secrets;
  private final Retry retry;

  public JdbcSource(JdbcConfig config, Secrets secrets, Retry retry) {
    this.config = config;
    this.secrets = secrets;
    this.retry = retry;
  }

  @Override
  public Progress read(Cursor from, RowWriter out, Budget budget) throws IOException {
    Database database = Database.of(config.secret(), secrets.read(config.secret()));
    Connection connection;
    try {
      connection = retry.run(budget, number -> connect(database));
    } catch (OutOfTimeException outOfTime) {
      throw outOfTime.failure();
    }
    try (connection) {
      return rows(connection, from.number(ROWS, 0), out, budget);
    } catch (SQLException failed) {
      throw SqlFaults.whileReading(database, config.query(), failed);
    }
  }

  private static Connection connect(Database database) throws Setback {
    try {
      Properties properties = database.properties();
      return new Driver().connect(database.url(), properties);
    } catch (SQLException failed) {
      throw SqlFaults.whileConnecting(database, failed);
    }
  }

  private Progress rows(Connection connection, long start, RowWriter out, Budget budget) throws SQLException, IOException {
    // Only without autocommit does the driver fetch in batches; otherwise it takes all rows into memory.
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(config.query() + " offset " + start)) {
      statement.setFetchSize(config.fetchRows());
      try (ResultSet results = statement.executeQuery()) {
        ResultColumns columns = new ResultColumns(results.getMetaData(), out);
        long row = start;
        while (results.next()) {
          columns.copyRow(results, out);
          row++;
          if ((row - start) % config.fetchRows() == 0 && budget.spent()) {
            return new Progress.Paused(Cursor.START.with(ROWS, row), OptionalLong.empty());
          }
        }
        return new Progress.Finished(OptionalLong.empty());
      }
    }
  }
}
