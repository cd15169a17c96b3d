package sluice.extractors.kit.rest;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import sluice.extractors.kit.json.FieldPath;
import sluice.lake.yaml.YamlNode;
import sluice.lake.yaml.YamlRule;

/** Reads the {@code rest} part of a source.yml, noting everything that is wrong with it and where. */
final class RestConfigReader {
  static final String NOT_IN_EGRESS = "C301";
  static final String UNKNOWN_PARAM = "C302";
  static final String PARAM_TAKEN = "C303";
  static final String UNKNOWN_COLUMN = "C304";

  private static final String WRONG_VALUE = YamlRule.WRONG_VALUE.code();
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*/?");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7E]{0,1000}");
  private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  /** The client sets these itself, from what it really sends and to whom. */
  private static final Set<String> OURS = Set.of(
      "host", "content-length", "connection", "transfer-encoding", "accept-encoding", "expect", "upgrade");
  private static final long LARGEST_PAGE = 100_000;

  private final List<String> egress;

  RestConfigReader(List<String> egress) {
    this.egress = egress;
  }

  RestConfig read(YamlNode rest) {
    rest.onlyKeys("base_url", "method", "path", "params", "headers", "body", "rows", "paginator", "carry_params");
    String method = rest.need("method").oneOf(List.of("GET", "POST"));
    Map<String, String> params = rest.find("params").<Map<String, String>>map(YamlNode::scalars).orElse(Map.of());
    return new RestConfig(
        baseUrl(rest.need("base_url")),
        method,
        path(rest.need("path")),
        params,
        rest.find("headers").map(RestConfigReader::headers).orElse(Map.of()),
        rest.find("body").map(node -> body(node, method)),
        rest.find("rows").map(RestConfigReader::fieldPath).orElse(FieldPath.ROOT),
        paginator(rest.need("paginator"), params),
        rest.find("carry_params").map(node -> carried(node, params)).orElse(Map.of()));
  }

  private URI baseUrl(YamlNode node) {
    URI standIn = URI.create("https://example.com/");
    URI uri = node.as(URI::create, standIn);
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null || uri.getRawFragment() != null || !uri.getRawPath().endsWith("/")) {
      node.refuseValue("https://host/ or https://host/path/, with a slash at its end");
      return standIn;
    }
    if (uri != standIn && !egress.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
      node.refuse(NOT_IN_EGRESS, "the host of base_url is not one that this source may talk to",
          "one of egress: " + String.join(", ", egress), uri.getHost(), "add " + uri.getHost() + " to egress");
    }
    return uri;
  }

  private static String path(YamlNode node) {
    String path = node.text();
    if (!path.isEmpty() && (!PATH.matcher(path).matches() || path.contains(".."))) {
      node.refuseValue("a path below base_url, without a slash before it and without a query, such as search/posting");
    }
    return path;
  }

  private static String body(YamlNode node, String method) {
    if (method.equals("GET")) {
      node.refuse(WRONG_VALUE, "a GET has no body", "method POST, or no body", "method GET");
    }
    return YamlJson.of(node);
  }

  private static Map<String, String> headers(YamlNode node) {
    Map<String, String> headers = new LinkedHashMap<>();
    node.entries().forEach((name, value) -> {
      String text = value.scalar();
      if (!HEADER.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
        value.refuse(WRONG_VALUE, "header \"" + name + "\" cannot be set",
            "a header name that is not one of " + new TreeSet<>(OURS), name);
      } else if (!HEADER_VALUE.matcher(text).matches()) {
        value.refuseValue("printable ASCII, at most 1,000 signs");
      }
      headers.put(name, text);
    });
    return headers;
  }

  private static FieldPath fieldPath(YamlNode node) {
    return node.as(FieldPath::parse, FieldPath.ROOT);
  }

  private static Paginator paginator(YamlNode node, Map<String, String> params) {
    Optional<FieldPath> total = node.find("total").map(RestConfigReader::fieldPath);
    return switch (node.need("type").oneOf(List.of("offset", "page_number", "none"))) {
      case "offset" -> {
        node.onlyKeys("type", "limit", "limit_param", "offset_param", "total");
        yield new Paginator.Offset(
            node.need("limit").integer(1, LARGEST_PAGE), ownParam(node.need("limit_param"), params),
            ownParam(node.need("offset_param"), params), total);
      }
      case "page_number" -> {
        node.onlyKeys("type", "first", "page_param", "size", "size_param", "total");
        yield new Paginator.PageNumber(
            node.find("first").map(n -> n.integer(0, 1)).orElse(1L), ownParam(node.need("page_param"), params),
            node.find("size").map(n -> new Paginator.PageNumber.Size(
                n.integer(1, LARGEST_PAGE), ownParam(node.need("size_param"), params))),
            total);
      }
      default -> {
        node.onlyKeys("type", "total");
        yield new Paginator.None(total);
      }
    };
  }

  private static String ownParam(YamlNode node, Map<String, String> params) {
    String name = node.text();
    if (params.containsKey(name)) {
      node.refuse(PARAM_TAKEN, "\"" + name + "\" is set by the paginator and by params", "a name that is not in params", name);
    }
    return name;
  }

  private static Map<String, String> carried(YamlNode node, Map<String, String> params) {
    Map<String, String> carried = new LinkedHashMap<>();
    node.entries().forEach((column, value) -> {
      String param = value.text();
      if (!COLUMN.matcher(column).matches()) {
        value.refuse(WRONG_VALUE, "\"" + column + "\" cannot be a column", "a name such as requested_currency", column);
      }
      if (!param.isEmpty() && !params.containsKey(param)) {
        value.refuse(UNKNOWN_PARAM, "there is no parameter \"" + param + "\" to carry",
            "one of params: " + String.join(", ", params.keySet()), param);
      }
      carried.put(column, param);
    });
    return carried;
  }

  static void requireColumns(YamlNode carried, List<String> columns) {
    carried.entries().forEach((column, value) -> {
      if (!columns.contains(column)) {
        value.refuse(UNKNOWN_COLUMN, "the contract has no column \"" + column + "\" to carry this to",
            "one of " + String.join(", ", columns), column);
      }
    });
  }
}
