package sluice.local.athena.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.local.athena.engine.AwsLake;

class AwsWorkGroupsTest {
    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private String answer = "{}";
    private HttpServer aws;
    private AwsWorkGroups groups;

    @BeforeEach
    void start() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        aws.start();
        groups = new AwsWorkGroups(new AwsLake(URI.create("http://127.0.0.1:" + aws.getAddress().getPort()), "eu-central-1"));
    }

    @AfterEach
    void stop() {
        groups.close();
        aws.stop(0);
    }

    @Test
    void readsWhereAWorkgroupPutsResults() {
        answer = """
                {"WorkGroup": {"Name": "sluice", "Configuration": {"EnforceWorkGroupConfiguration": true, "ResultConfiguration": {"OutputLocation": "s3://out/"}}}}""";

        assertThat(groups.find("sluice")).isEqualTo(new WorkGroup("sluice", true, Optional.of("s3://out/")));
        assertThat(asked).containsExactly("AmazonAthena.GetWorkGroup {\"WorkGroup\":\"sluice\"}");
    }

    @Test
    void takesAWorkgroupWithoutAnyRules() {
        answer = "{\"WorkGroup\": {\"Name\": \"primary\", \"Configuration\": {\"ResultConfiguration\": {\"OutputLocation\": \"\"}}}}";

        assertThat(groups.find("primary")).isEqualTo(WorkGroup.free("primary"));
    }

    @Test
    void passesOnThatThereIsNone() {
        status = 400;
        answer = "{\"__type\": \"InvalidRequestException\", \"message\": \"WorkGroup x is not found.\"}";

        assertThatThrownBy(() -> groups.find("x")).isInstanceOf(UnknownWorkGroupException.class).hasMessage("WorkGroup x is not found.");
    }

    @Test
    void saysThatTheLocalAwsDoesNotAnswer() {
        status = 500;

        assertThatThrownBy(() -> groups.find("x"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the local AWS does not tell about the workgroup x")
                .hasRootCauseMessage("GetWorkGroup answered 500: {}");
    }
}
