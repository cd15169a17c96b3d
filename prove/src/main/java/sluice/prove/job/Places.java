package sluice.prove.job;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import sluice.lake.Buckets;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;

/** When and where every job of this room runs: one moment that never passes, and a bucket for each zone. */
final class Places {
  static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  static final RunId RUN = new RunId("run-1");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Buckets BUCKETS = new Buckets(Arrays.stream(Zone.values()).collect(Collectors.toMap(zone -> zone, zone -> "sluice-" + zone.word())));
  private static final PrintStream NOBODY = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  static final EventLog LOG = new EventLog(NOBODY, CLOCK);
  static final Emf METRICS = new Emf(NOBODY, CLOCK);

  private Places() {}
}
