package sluice.extractors.kit.rest;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.extractors.kit.json.FieldPath;
import sluice.lake.contract.Contract;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.source.SourceSpec;

/**
 * How a REST source is asked: the {@code rest} part of its source.yml as a value.
 *
 * @param baseUrl ends with a slash
 * @param path below the base, without a leading slash
 * @param params query parameters of every request
 * @param body JSON of every request; empty for none
 * @param rows where an answer lists its rows
 * @param carryParams columns that get the value of a query parameter, by column
 */
public record RestConfig(
    URI baseUrl,
    String method,
    String path,
    Map<String, String> params,
    Map<String, String> headers,
    Optional<String> body,
    FieldPath rows,
    Paginator paginator,
    Map<String, String> carryParams) {

  public RestConfig {
    params = ordered(params);
    headers = ordered(headers);
    carryParams = ordered(carryParams);
  }

  /** Reads the settings of a source of kind rest, or reports all that is wrong with them. */
  public static RestConfig of(SourceSpec spec) throws InvalidInputException {
    return spec.settings().validated(new RestConfigReader(spec.egress())::read);
  }

  /** As {@link #of(SourceSpec)}, and the columns that get carried values must be columns of the contract. */
  public static RestConfig of(SourceSpec spec, Contract contract) throws InvalidInputException {
    return spec.settings().validated(node -> {
      RestConfig config = new RestConfigReader(spec.egress()).read(node);
      node.find("carry_params").ifPresent(carried -> RestConfigReader.requireColumns(carried, contract.columnNames()));
      return config;
    });
  }

  /** The same source at another place, as the local world has one. */
  public RestConfig at(URI otherBase) {
    String text = otherBase.toString();
    URI base = text.endsWith("/") ? otherBase : URI.create(text + "/");
    return new RestConfig(base, method, path, params, headers, body, rows, paginator, carryParams);
  }

  private static Map<String, String> ordered(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
