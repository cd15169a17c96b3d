package functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes its process id and that of a child of its own into the file that its event names, and never answers. */
public final class Lingering implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Path file = Path.of(new String(event.readAllBytes()).replace("\"", ""));
        Process child = new ProcessBuilder("sleep", "1000").start();
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(unfinished, ProcessHandle.current().pid() + " " + child.pid());
        Files.move(unfinished, file);
        try {
            Thread.sleep(1_000_000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
