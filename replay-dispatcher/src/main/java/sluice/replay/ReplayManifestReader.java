package sluice.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.lake.DatasetName;
import sluice.lake.json.Json;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Nearest;
import sluice.lake.problem.Problem;

/** Reads a replay manifest strictly; everything that is wrong with it is reported together. */
final class ReplayManifestReader {
  static final int MOST_FILES = 100_000;
  private static final long MOST_DAYS = 3_660;
  private static final int MOST_PROBLEMS = 20;
  private static final List<String> SELECTIONS = List.of("files", "quarantine", "dates");

  private final Set<DatasetName> known;
  private final String landingBucket;

  /** {@code known} are the datasets that have a contract. */
  ReplayManifestReader(Set<DatasetName> known, String landingBucket) {
    this.known = known;
    this.landingBucket = landingBucket;
  }

  /** {@code file} is what problems call the manifest. */
  ReplayManifest read(byte[] json, String file) throws InvalidInputException {
    List<Problem> problems = new ArrayList<>();
    JsonFields fields = new JsonFields(tree(json, file), "", file, problems)
        .only(List.of("replayId", "reason", "dataset", "files", "quarantine", "dates", "options"));
    Optional<String> id = fields.text("replayId", ReplayManifest.ID_SHAPE, "letters, digits, - and _, starting with a letter or digit, at most 70");
    Optional<String> reason = fields.text("reason", "(?=.*\\S)\\P{Cntrl}{1,500}", "one line of at most 500 signs that says why");
    Optional<DatasetName> dataset = dataset(fields, file, problems);
    Optional<Selection> selection = selection(fields, dataset, file, problems);
    ReplayOptions options = options(fields);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
    }
    return new ReplayManifest(id.orElseThrow(), reason.orElseThrow(), dataset.orElseThrow(), selection.orElseThrow(), options);
  }

  private static JsonNode tree(byte[] json, String file) {
    try {
      JsonNode tree = Json.MAPPER.readTree(json);
      if (tree.isObject()) {
        return tree;
      }
      throw new InvalidInputException(List.of(notAManifest(file, tree.isMissingNode() ? "nothing" : tree.getNodeType().toString())));
    } catch (IOException notJson) {
      throw new InvalidInputException(List.of(notAManifest(file, Json.brief(notJson))));
    }
  }

  private static Problem notAManifest(String file, String found) {
    return Problem.error("R001", "not a replay manifest").at(file, 0, 0)
        .expected("one JSON object with replayId, reason, dataset and one of files, quarantine, dates").found(found)
        .next("correct the JSON and drop the manifest again");
  }

  private Optional<DatasetName> dataset(JsonFields fields, String file, List<Problem> problems) {
    Optional<String> name = fields.text("dataset", "[a-z][a-z0-9_]{0,62}", "a dataset's name");
    Optional<DatasetName> dataset = name.map(DatasetName::new).filter(known::contains);
    if (name.isPresent() && dataset.isEmpty()) {
      List<String> names = known.stream().map(DatasetName::value).sorted().toList();
      problems.add(Problem.error("R006", "no contract for dataset " + name.get()).where("dataset").at(file, 0, 0)
          .expected(String.join(", ", names)).found(name.get())
          .next(Nearest.to(name.get(), names).map(near -> "write " + near).orElse("add contracts/" + name.get() + ".yml")));
    }
    return dataset;
  }

  private Optional<Selection> selection(JsonFields fields, Optional<DatasetName> dataset, String file, List<Problem> problems) {
    List<String> there = SELECTIONS.stream().filter(fields::has).toList();
    if (there.size() != 1) {
      problems.add(Problem.error("R005", "it must be clear which objects are meant").at(file, 0, 0)
          .expected("exactly one of " + String.join(", ", SELECTIONS)).found(there.isEmpty() ? "none" : String.join(", ", there))
          .next("keep one; drop a manifest each for the others"));
      return Optional.empty();
    }
    return switch (there.getFirst()) {
      case "files" -> Optional.of(files(fields, dataset, file, problems));
      case "quarantine" -> Optional.of(quarantine(fields.object("quarantine")));
      default -> dates(fields.object("dates"));
    };
  }

  private Selection files(JsonFields fields, Optional<DatasetName> dataset, String file, List<Problem> problems) {
    List<String> files = fields.texts("files");
    if (files.size() > MOST_FILES) {
      problems.add(tooMany("files", files.size()).at(file, 0, 0));
    } else if (dataset.isPresent()) {
      for (int i = 0; i < files.size(); i++) {
        try {
          RequestedFile.of(files.get(i), dataset.get(), landingBucket);
        } catch (IllegalArgumentException wrong) {
          problems.add(Problem.error("R004", "wrong value").where("files[" + i + "]").at(file, 0, 0).expected(wrong.getMessage())
              .found(JsonFields.shown(files.get(i))).next("correct files[" + i + "]"));
        }
      }
    }
    return new Selection.Files(files);
  }

  static Problem tooMany(String what, long found) {
    return Problem.error("R007", "too many objects for one replay").where(what)
        .expected("at most %,d".formatted(MOST_FILES)).found("%,d".formatted(found)).next("divide it into several replays");
  }

  private static Selection quarantine(JsonFields fields) {
    fields.only(List.of("reason", "runId", "since", "until"));
    return new Selection.Quarantine(
        fields.textIfThere("reason", "[a-z][a-z0-9_]{0,62}", "a reason's code, such as unreadable_object").orElse(null),
        fields.textIfThere("runId", "[A-Za-z0-9][A-Za-z0-9_-]{0,79}", "a run's id").orElse(null),
        fields.dateIfThere("since").orElse(null), fields.dateIfThere("until").orElse(null));
  }

  private static Optional<Selection> dates(JsonFields fields) {
    fields.only(List.of("from", "to"));
    Optional<LocalDate> from = fields.date("from");
    Optional<LocalDate> to = fields.date("to");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isBefore(from.get()) || ChronoUnit.DAYS.between(from.get(), to.get()) >= MOST_DAYS) {
      fields.wrong("to", "a date from " + from.get() + " on, at most %,d days later".formatted(MOST_DAYS));
      return Optional.empty();
    }
    return Optional.of(new Selection.Dates(from.get(), to.get()));
  }

  private static ReplayOptions options(JsonFields fields) {
    if (!fields.has("options")) {
      return ReplayOptions.STANDARD;
    }
    JsonFields options = fields.object("options").only(List.of("force", "dryRun", "skipIfPublished"));
    return new ReplayOptions(options.flag("force", false), options.flag("dryRun", false), options.flag("skipIfPublished", true));
  }
}
