package sluice.prove.planted;

import java.nio.file.Path;
import java.util.List;

/**
 * A defect that must never come in, as changes to the text of one file of the project.
 *
 * @param name of its file in {@code prove/planted}, without the ending
 * @param defect what is wrong then
 * @param file that is changed, from the project's folder
 * @param edits that make the defect; each text to find stands in the file exactly once
 * @param room whose tests must catch it
 * @param test full name of their class
 */
record PlantedBug(String name, String defect, Path file, List<Edit> edits, String room, String test) {
  PlantedBug {
    edits = List.copyOf(edits);
  }

  record Edit(String find, String replace) {}

  boolean isJava() {
    return file.toString().endsWith(".java");
  }
}
