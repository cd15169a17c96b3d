package sluice.local.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A failure in the shape that Lambda gives to its callers; Step Functions matches {@code Catch} and {@code Retry} against its type. */
record ErrorReport(String type, String message, List<String> stackTrace, ErrorReport cause) {
    private static final int DEEPEST_CAUSE = 8;

    static ErrorReport of(Throwable failure) {
        return of(failure, DEEPEST_CAUSE);
    }

    private static ErrorReport of(Throwable failure, int depth) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : failure.getStackTrace()) {
            frames.add(frame.toString());
        }
        Throwable cause = failure.getCause();
        ErrorReport causeReport = cause == null || cause == failure || depth == 0 ? null : of(cause, depth - 1);
        return new ErrorReport(failure.getClass().getName(), failure.getMessage(), List.copyOf(frames), causeReport);
    }

    byte[] toJson() {
        StringBuilder json = new StringBuilder(512);
        write(json);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(StringBuilder json) {
        json.append("{\"errorMessage\":");
        JsonText.quote(message, json);
        json.append(",\"errorType\":");
        JsonText.quote(type, json);
        json.append(",\"stackTrace\":[");
        for (int i = 0; i < stackTrace.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            JsonText.quote(stackTrace.get(i), json);
        }
        json.append(']');
        if (cause != null) {
            json.append(",\"cause\":");
            cause.write(json);
        }
        json.append('}');
    }
}
