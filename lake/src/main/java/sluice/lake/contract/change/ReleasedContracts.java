package sluice.lake.contract.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sluice.lake.DatasetName;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;
import sluice.lake.store.Sha256;

/**
 * The released versions of the contracts: {@code released/<dataset>/v<N>.yml} below the contracts, byte for byte as they were
 * released, with the SHA-256 of each in {@code released/SHA256SUMS}.
 */
public final class ReleasedContracts {
  private static final Pattern VERSION = Pattern.compile("v([1-9][0-9]{0,8})\\.yml");

  private final Path contracts;
  private final Path folder;
  private final Path lockFile;

  public ReleasedContracts(Path contracts) {
    this.contracts = contracts;
    this.folder = contracts.resolve("released");
    this.lockFile = folder.resolve("SHA256SUMS");
  }

  /** The newest released version; empty for a dataset that was never released. */
  public Optional<Contract> last(DatasetName dataset) {
    SortedMap<Integer, Path> versions = versions(dataset);
    return versions.isEmpty() ? Optional.empty() : Optional.of(Contracts.readVersion(versions.get(versions.lastKey()), dataset));
  }

  /** What is wrong with the released files themselves, and with live contracts beside them. */
  public List<Problem> problems(Collection<Contract> live) {
    return Stream.concat(
        new ReleaseCheck(folder, lockFile).edited().stream(),
        live.stream().flatMap(contract -> problem(contract).stream())).toList();
  }

  private Optional<Problem> problem(Contract contract) {
    return ReleaseCheck.live(live(contract.dataset()), contract, versions(contract.dataset()));
  }

  /**
   * Keeps the live contract as its version's released one.
   *
   * @return the file that was written; empty where this version is released already
   * @throws InvalidInputException where its version cannot be released, or a released file was edited
   */
  public Optional<Path> release(Contract contract) throws IOException {
    List<Problem> problems = problems(List.of(contract));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    Path copy = folder.resolve(contract.dataset().value()).resolve("v" + contract.version() + ".yml");
    if (Files.exists(copy)) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(live(contract.dataset()));
    Files.createDirectories(copy.getParent());
    Files.write(copy, bytes);
    LockFile.read(lockFile).with(ReleaseCheck.name(folder, copy), Sha256.of(bytes)).write(lockFile);
    return Optional.of(copy);
  }

  private Path live(DatasetName dataset) {
    return contracts.resolve(dataset + ".yml");
  }

  private SortedMap<Integer, Path> versions(DatasetName dataset) {
    SortedMap<Integer, Path> versions = new TreeMap<>();
    Path ofDataset = folder.resolve(dataset.value());
    if (!Files.isDirectory(ofDataset)) {
      return versions;
    }
    try (Stream<Path> files = Files.list(ofDataset)) {
      files.forEach(file -> {
        Matcher version = VERSION.matcher(file.getFileName().toString());
        if (version.matches()) {
          versions.put(Integer.valueOf(version.group(1)), file);
        }
      });
      return versions;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot list " + ofDataset, unreadable);
    }
  }
}
