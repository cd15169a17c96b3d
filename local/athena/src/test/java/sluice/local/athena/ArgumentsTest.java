package sluice.local.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import sluice.local.athena.engine.AwsLake;

class ArgumentsTest {

    @Test
    void readsAllThatTheStarterSays() {
        assertThat(Arguments.parse("--port", "14402", "--aws", "http://127.0.0.1:4566", "--region", "eu-west-1", "--lifeline"))
                .isEqualTo(new Arguments(14402, new AwsLake(URI.create("http://127.0.0.1:4566"), "eu-west-1"), true));
    }

    @Test
    void takesAnyFreePortAndTheProjectsRegionByDefault() {
        assertThat(Arguments.parse("--aws", "http://127.0.0.1:4566"))
                .isEqualTo(new Arguments(0, new AwsLake(URI.create("http://127.0.0.1:4566"), "eu-central-1"), false));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Arguments.parse()).hasMessage("--aws is missing, expected --port N --aws URL --region NAME [--lifeline]");
        assertThatThrownBy(() -> Arguments.parse("--prot", "1")).hasMessage("unknown option '--prot', expected --port N --aws URL --region NAME [--lifeline]");
        assertThatThrownBy(() -> Arguments.parse("--aws")).hasMessage("--aws has no value, expected --port N --aws URL --region NAME [--lifeline]");
        assertThatThrownBy(() -> Arguments.parse("--port", "70000")).hasMessage("--port must be a number from 0 to 65535, found '70000'");
        assertThatThrownBy(() -> Arguments.parse("--aws", "4566")).hasMessage("the AWS endpoint must be a URL like http://127.0.0.1:4566, found '4566'");
        assertThatThrownBy(() -> Arguments.parse("--aws", "http://127.0.0.1:1", "--region", "")).hasMessage("the region must not be empty");
    }
}
