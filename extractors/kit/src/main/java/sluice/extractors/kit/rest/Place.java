package sluice.extractors.kit.rest;

import sluice.extractors.kit.Cursor;

/**
 * How far a paged reading has come; the cursor of a REST source.
 *
 * @param pages read so far
 * @param rows read so far
 * @param highestStated the highest total that any page stated; -1 before the first
 * @param lastFingerprint of the last page that had rows; empty before the first
 */
record Place(long pages, long rows, long highestStated, String lastFingerprint) {
  static final Place START = new Place(0, 0, -1, "");

  static Place of(Cursor cursor) {
    return new Place(
        cursor.number("pages", 0), cursor.number("rows", 0), cursor.number("highest_stated", -1), cursor.text("last_page", ""));
  }

  Cursor cursor() {
    return Cursor.START
        .with("pages", pages).with("rows", rows).with("highest_stated", highestStated).with("last_page", lastFingerprint);
  }
}
