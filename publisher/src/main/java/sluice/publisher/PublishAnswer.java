package sluice.publisher;

import java.time.Instant;
import java.util.Map;

/** What readers see from now on: the rows of every mart. */
public record PublishAnswer(Map<String, Long> marts, Instant publishedAt) {}
