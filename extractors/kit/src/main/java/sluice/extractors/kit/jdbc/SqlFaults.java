package sluice.extractors.kit.jdbc;

import java.sql.SQLException;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceException;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.extractors.kit.retry.Setback;

/** Puts PostgreSQL's SQLSTATEs into the few kinds that make a difference to who has to act. */
final class SqlFaults {
  private SqlFaults() {}

  /** A setback where waiting may help; a refusal of user, password or database is thrown at once. */
  static Setback whileConnecting(Database database, SQLException failed) {
    String state = state(failed);
    if (state.startsWith("28") || state.equals("3D000")) {
      throw new SourceChangedException(Fault.DATABASE_REFUSES_US, database + " refuses us: " + brief(failed), failed);
    }
    return Setback.unavailable(Fault.DATABASE_UNAVAILABLE, "cannot connect to " + database + ": " + reason(failed), failed);
  }

  static SourceException whileReading(Database database, String query, SQLException failed) {
    String state = state(failed);
    // Connection lost, out of resources, operator intervention (a shutdown, or our own statement time-out).
    if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57") || state.startsWith("40")) {
      return new SourceUnavailableException(Fault.DATABASE_LOST,
          "the connection to " + database + " was lost while reading: " + brief(failed), failed);
    }
    return new SourceChangedException(Fault.QUERY_REFUSED,
        database + " refuses the query: " + brief(failed) + "; asked: " + query, failed);
  }

  private static String reason(SQLException failed) {
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof java.net.ConnectException) {
        return "connection refused";
      }
      if (cause instanceof java.net.UnknownHostException) {
        return "the host name is not known";
      }
      if (cause instanceof java.net.SocketTimeoutException) {
        return "no answer in time";
      }
    }
    return brief(failed);
  }

  private static String brief(SQLException failed) {
    return String.valueOf(failed.getMessage()).lines().findFirst().orElse("").strip();
  }

  private static String state(SQLException failed) {
    return failed.getSQLState() == null ? "" : failed.getSQLState();
  }
}
