package sluice.local.athena.catalog;

import java.util.Optional;

/** A workgroup's word on where results go. */
public record WorkGroup(String name, boolean enforced, Optional<String> outputLocation) {

    /** A workgroup without rules. */
    public static WorkGroup free(String name) {
        return new WorkGroup(name, false, Optional.empty());
    }

    /** What a request asks for counts only where the workgroup leaves it the choice. */
    public Optional<String> output(Optional<String> requested) {
        return enforced ? outputLocation : requested.or(() -> outputLocation);
    }
}
