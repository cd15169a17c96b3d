package sluice.local.athena.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import sluice.local.athena.engine.AwsLake;

/** The workgroups as the local AWS keeps them: it answers for all of Athena that is no query. */
public final class AwsWorkGroups implements WorkGroups, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType AWS_JSON = MediaType.get("application/x-amz-json-1.1");

    private final OkHttpClient http = new OkHttpClient();
    private final AwsLake lake;

    public AwsWorkGroups(AwsLake lake) {
        this.lake = lake;
    }

    @Override
    public WorkGroup find(String name) {
        try (Response response = http.newCall(request(name)).execute()) {
            JsonNode answer = JSON.readTree(response.body().bytes());
            if (response.code() == 400) {
                throw new UnknownWorkGroupException(answer.path("message").asText(answer.path("Message").asText()));
            }
            if (!response.isSuccessful()) {
                throw new IOException("GetWorkGroup answered " + response.code() + ": " + answer);
            }
            JsonNode configuration = answer.path("WorkGroup").path("Configuration");
            String output = configuration.path("ResultConfiguration").path("OutputLocation").asText("");
            return new WorkGroup(name, configuration.path("EnforceWorkGroupConfiguration").asBoolean(), Optional.of(output).filter(o -> !o.isEmpty()));
        } catch (IOException e) {
            throw new UncheckedIOException("the local AWS does not tell about the workgroup " + name, e);
        }
    }

    private Request request(String name) {
        // No signature is checked there; the credential scope is only read for the region.
        String scope = "AWS4-HMAC-SHA256 Credential=" + AwsLake.ACCESS_KEY + "/20260101/" + lake.region() + "/athena/aws4_request, SignedHeaders=host, Signature=0";
        byte[] body = JSON.createObjectNode().put("WorkGroup", name).toString().getBytes(StandardCharsets.UTF_8);
        return new Request.Builder()
                .url(lake.aws().toString())
                .header("X-Amz-Target", "AmazonAthena.GetWorkGroup")
                .header("Authorization", scope)
                .post(RequestBody.create(body, AWS_JSON))
                .build();
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
