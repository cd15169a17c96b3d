package sluice.local.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the running world, kept in one JSON file: whoever finds the file and living processes may use the world. */
public record WorldFile(
    String name,
    String endpoint,
    String athena,
    String site,
    Map<String, String> postgres,
    String data,
    List<Member> members,
    String since) {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** One process; the start time tells it from a later process with the same number. */
  public record Member(String name, long pid, String startedAt) {

    static Member of(ManagedProcess process) {
      return new Member(process.name(), process.handle().pid(), startTime(process.handle()));
    }

    public Optional<ProcessHandle> alive() {
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> startTime(handle).equals(startedAt));
    }

    private static String startTime(ProcessHandle handle) {
      return handle.info().startInstant().map(Instant::toString).orElse("unknown");
    }
  }

  /** The world that runs now, if all of its processes live. */
  public static Optional<WorldFile> running(Home home) throws IOException {
    return read(home).filter(world -> world.members().stream().allMatch(member -> member.alive().isPresent()));
  }

  static Optional<WorldFile> read(Home home) throws IOException {
    Path file = home.worldFile();
    return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), WorldFile.class)) : Optional.empty();
  }

  void write(Home home) throws IOException {
    Files.createDirectories(home.folder());
    Path next = home.folder().resolve("world.json.next");
    JSON.writeValue(next.toFile(), this);
    Files.move(next, home.worldFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
