package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Which room may know which: stages know only the lake, a source also the kit, and nothing but the command line knows local/. */
class RoomsTest {
  private static final Path ROOT = Path.of("..");

  @ParameterizedTest
  @ValueSource(strings = {"intake", "validator", "quarantine", "repair", "replay-dispatcher", "quality", "publisher", "statemachine", "extractors/kit"})
  void aStageKnowsOnlyTheLake(String room) throws Exception {
    assertThat(rooms(room)).containsExactly("lake");
  }

  @Test
  void aSourceKnowsOnlyTheKit() throws Exception {
    assertThat(rooms("extractors/devitjobs")).isSubsetOf("lake", "extractors-kit");
  }

  @Test
  void theLakeKnowsNoOtherRoom() throws Exception {
    assertThat(rooms("lake")).containsExactly("hadoop-stubs");
  }

  @Test
  void theReportKnowsOnlyTheLake() throws Exception {
    assertThat(rooms("report")).isSubsetOf("lake");
  }

  /** It carries test doubles and a test engine, which belong into no function and no command. */
  @ParameterizedTest
  @ValueSource(strings = {"lake", "intake", "validator", "quarantine", "repair", "replay-dispatcher", "quality", "publisher", "statemachine",
      "report", "extractors/kit", "extractors/devitjobs", "local/world", "cli"})
  void nothingKnowsTheProofs(String room) throws Exception {
    assertThat(rooms(room)).doesNotContain("prove");
  }

  /** The rooms that a room's code needs; what only its tests need does not count. */
  private static Set<String> rooms(String room) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document pom = factory.newDocumentBuilder().parse(ROOT.resolve(room).resolve("pom.xml").toFile());
    Set<String> rooms = new TreeSet<>();
    NodeList dependencies = pom.getElementsByTagName("dependency");
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (text(dependency, "groupId").equals("sluice") && !text(dependency, "scope").equals("test")) {
        rooms.add(text(dependency, "artifactId"));
      }
    }
    return rooms;
  }

  private static String text(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
