package sluice.local.athena.query;

import java.time.Instant;
import java.util.Optional;

/** How far an execution is, at one moment. */
public record Progress(State state, Instant submitted, Optional<Instant> began, Optional<Instant> ended, Optional<Outcome> outcome, Optional<Failure> failure) {
    private static final String CANCELLED = "Query cancelled by user";

    static Progress queued(Instant now) {
        return new Progress(State.QUEUED, now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Progress running(Instant now) {
        return new Progress(State.RUNNING, submitted, Optional.of(now), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Progress succeeded(Instant now, Outcome how) {
        return new Progress(State.SUCCEEDED, submitted, began, Optional.of(now), Optional.of(how), Optional.empty());
    }

    Progress failed(Instant now, Failure why) {
        return new Progress(State.FAILED, submitted, began, Optional.of(now), Optional.empty(), Optional.of(why));
    }

    Progress cancelled(Instant now) {
        return new Progress(State.CANCELLED, submitted, began, Optional.of(now), Optional.empty(), Optional.empty());
    }

    public Optional<String> reason() {
        return state == State.CANCELLED ? Optional.of(CANCELLED) : failure.map(Failure::message);
    }
}
