package sluice.local.sites.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a sample site as a program would. */
public final class SiteClient implements AutoCloseable {
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI site;

  public SiteClient(URI site) {
    this.site = site;
  }

  public HttpResponse<String> read(String path) throws IOException {
    return send(HttpRequest.newBuilder(at(path)));
  }

  public HttpResponse<String> post(String path) throws IOException {
    return send(HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** {@code headers} are names and values in turn. */
  public HttpResponse<String> post(String path, String body, String... headers) throws IOException {
    return send(HttpRequest.newBuilder(at(path)).headers(headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private URI at(String path) {
    return URI.create(site + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
