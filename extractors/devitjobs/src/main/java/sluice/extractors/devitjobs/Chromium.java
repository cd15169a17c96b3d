package sluice.extractors.devitjobs;

import java.nio.file.Path;

/**
 * Which browser is driven, and with what.
 *
 * @param executable the browser itself
 * @param driver the folder of Playwright's driver: {@code node} and {@code package/cli.js}
 * @param scratch where the browser may write; on Lambda only /tmp is writable
 */
record Chromium(Path executable, Path driver, Path scratch) {}
