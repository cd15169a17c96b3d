package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.text;

import sluice.report.html.Node;
import sluice.report.model.LakeFile;
import sluice.report.page.Command;
import sluice.report.page.Table;
import sluice.report.text.Clip;
import sluice.report.text.Figures;

/** Which objects the run wrote, with their hashes, and which versions of everything made it. */
public final class FilesSection implements Section {
  private static final int LONGEST_KEY = 90;
  private static final int SHORT_HASH = 12;

  @Override
  public String anchor() {
    return "files";
  }

  @Override
  public String heading() {
    return "Lineage and files";
  }

  @Override
  public Node body(View view) {
    return all(Road.of(view.model()), files(view), versions(view));
  }

  private static Node files(View view) {
    if (view.model().files().isEmpty()) {
      return el("p", css("empty"), text("This run left no manifest."));
    }
    Table table = new Table("Objects this run wrote").texts("dataset", "object").numbers("rows", "size").texts("SHA-256").sortable().cards();
    for (LakeFile file : view.model().files()) {
      table.row(
          text(file.dataset()),
          el("code", css("key"), attr("title", file.key()), text(Clip.middle(file.key(), LONGEST_KEY))),
          Table.cell(file.rows()),
          Table.cell(file.bytes(), Figures.bytes(file.bytes())),
          el("span", css("command"), el("code", attr("title", file.sha256()), text(Clip.end(file.sha256(), SHORT_HASH))), Command.copy(file.sha256())));
    }
    return all(
        el("p", css("lead"), text("Every row in the published tables carries the run, the object and the row number it came from; these are the objects, as the manifests name them.")),
        table.node());
  }

  private static Node versions(View view) {
    return view.model().versions().isEmpty()
        ? all()
        : all(el("h3", "Made with"), el("dl", css("versions"), each(view.model().versions().entrySet(), version ->
            el("div", el("dt", version.getKey()), el("dd", el("code", version.getValue()))))));
  }
}
