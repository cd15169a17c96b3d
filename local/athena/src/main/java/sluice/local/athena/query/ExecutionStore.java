package sluice.local.athena.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sluice.local.athena.result.ResultFile;

/** The last executions, newest first to whoever lists them; the oldest finished ones go, with their results, when there are too many. */
public final class ExecutionStore {
    private final int most;
    private final Map<String, QueryExecution> byId = new LinkedHashMap<>();
    private final Map<String, QueryExecution> byToken = new HashMap<>();

    public ExecutionStore(int most) {
        this.most = most;
    }

    /**
     * The execution that the token already began, or a new one.
     *
     * @throws TokenReusedException when the token began another request
     */
    synchronized Begun begin(String token, QueryRequest request, Supplier<QueryExecution> begin) {
        QueryExecution before = byToken.get(token);
        if (before != null) {
            if (!before.request().equals(request)) {
                throw new TokenReusedException();
            }
            return new Begun(before, false);
        }
        QueryExecution execution = begin.get();
        byId.put(execution.id(), execution);
        byToken.put(token, execution);
        forgetOldest();
        return new Begun(execution, true);
    }

    record Begun(QueryExecution execution, boolean isNew) {
    }

    public synchronized Optional<QueryExecution> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public synchronized List<QueryExecution> newestFirst() {
        return new ArrayList<>(byId.values()).reversed();
    }

    private void forgetOldest() {
        Iterator<QueryExecution> oldest = byId.values().iterator();
        while (byId.size() > most && oldest.hasNext()) {
            QueryExecution execution = oldest.next();
            Progress progress = execution.progress();
            if (progress.state().isFinal()) {
                oldest.remove();
                byToken.values().remove(execution);
                progress.outcome().flatMap(Outcome::result).ifPresent(ResultFile::delete);
            }
        }
    }
}
