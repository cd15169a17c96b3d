package sluice.extractors.kit;

import java.io.IOException;

/**
 * Reads the rows of one source, from a cursor on; knows nothing of files, parts, manifests or S3.
 *
 * <p>The whole of an adapter: the engine owns everything that follows a row. One call is one leg. A source
 * <ul>
 *   <li>hands over rows in an order that its cursor can name, and each row once;
 *   <li>asks the budget between two steps (pages, scrolls, batches), and when it is {@link Budget#spent() spent}
 *       answers {@link Progress.Paused} with the cursor of the first row that it has not handed over;
 *   <li>makes at least one step per leg, so that a run of many legs always ends;
 *   <li>opens what it needs inside the call and closes it before it returns or throws;
 *   <li>retries small failures itself, then throws {@link SourceUnavailableException} (the world's fault, try later),
 *       {@link SourceChangedException} (the answer has another shape) or {@link LimitExceededException} (a bound of
 *       its {@code source.yml} was reached); any other exception is taken as a defect of ours.
 * </ul>
 */
public interface Source {

  /**
   * Reads on from {@code from} until the end of the source or of the budget.
   *
   * @param from {@link Cursor#START}, or what an earlier leg answered as {@link Progress.Paused#next()}
   * @param out takes the rows; a row counts once {@link RowWriter#endRow()} has returned
   * @param budget how long this leg may still read
   */
  Progress read(Cursor from, RowWriter out, Budget budget) throws IOException;
}
