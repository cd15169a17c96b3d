package sluice.extractors.kit.json;

import java.util.OptionalLong;

/**
 * What one page held.
 *
 * @param stated the total that it states; empty where none is looked for
 * @param fingerprint of the bytes of its rows, by which the same rows sent once more are recognised
 */
public record Page(long rows, OptionalLong stated, String fingerprint) {}
