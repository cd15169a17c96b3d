package sluice.report.html;

import java.util.Set;

/** Turns nodes into HTML text. */
public final class Writer {
  private static final Set<String> VOID = Set.of("meta", "input", "br", "wbr", "hr");
  private static final Set<String> SELF_CLOSED = Set.of("rect", "line", "circle", "path");

  private final StringBuilder out = new StringBuilder(1 << 16);

  private Writer() {}

  public static String write(Node node) {
    Writer writer = new Writer();
    writer.node(node);
    return writer.out.toString();
  }

  private void node(Node node) {
    switch (node) {
      case Element element -> element(element);
      case Nodes nodes -> nodes.nodes().forEach(this::node);
      case Text text -> Escape.to(out, text.text());
      case Verbatim ours -> out.append(ours.text());
      case Attribute lost -> throw new IllegalArgumentException(
          "attribute \"" + lost.name() + "\" stands outside of an element's own parts");
    }
  }

  private void element(Element element) {
    String tag = element.tag();
    out.append('<').append(tag);
    element.parts().forEach(this::attributes);
    boolean empty = element.parts().stream().noneMatch(Writer::isContent);
    if (empty && SELF_CLOSED.contains(tag)) {
      out.append("/>");
      return;
    }
    out.append('>');
    if (VOID.contains(tag)) {
      return;
    }
    element.parts().forEach(this::content);
    out.append("</").append(tag).append('>');
  }

  private void attributes(Node part) {
    switch (part) {
      case Attribute attribute -> {
        out.append(' ').append(attribute.name()).append("=\"");
        Escape.to(out, attribute.value());
        out.append('"');
      }
      case Nodes nodes -> nodes.nodes().forEach(this::attributes);
      case Element content -> {}
      case Text content -> {}
      case Verbatim content -> {}
    }
  }

  private void content(Node part) {
    switch (part) {
      case Attribute written -> {}
      case Nodes nodes -> nodes.nodes().forEach(this::content);
      case Element element -> element(element);
      case Text text -> node(text);
      case Verbatim ours -> node(ours);
    }
  }

  private static boolean isContent(Node part) {
    return switch (part) {
      case Attribute attribute -> false;
      case Nodes nodes -> nodes.nodes().stream().anyMatch(Writer::isContent);
      case Element content -> true;
      case Text content -> true;
      case Verbatim content -> true;
    };
  }
}
