package sluice.extractors.devitjobs;

import java.time.Duration;

/** How far and how long the list may be scrolled before that itself is the failure. */
record ScrollBounds(int steps, Duration stall) {}
