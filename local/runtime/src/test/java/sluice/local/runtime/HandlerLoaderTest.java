package sluice.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HandlerLoaderTest {
    private static final String PREFIX = "sluice.local.runtime.Handlers$";

    @Test
    void loadsAStreamHandlerWithAndWithoutItsMethodName() throws Exception {
        assertThat(answer("Echo", "[1]")).isEqualTo("[1]");
        assertThat(answer("Echo::handleRequest", "[1]")).isEqualTo("[1]");
    }

    @Test
    void givesATypedHandlerItsEventAndWritesItsAnswer() throws Exception {
        assertThat(answer("Counting::handleRequest", "[\"a\",\"b\"]")).isEqualTo("{\"count\":2}");
    }

    @Test
    void anAnswerOfNothingIsNull() throws Exception {
        assertThat(answer("Silent", "{}")).isEqualTo("null");
    }

    @Test
    void refusesAClassThatIsNoHandler() {
        assertThatThrownBy(() -> load("NoHandler"))
                .hasMessage("The class sluice.local.runtime.Handlers$NoHandler implements neither RequestHandler nor RequestStreamHandler");
    }

    @Test
    void refusesAnotherMethod() {
        assertThatThrownBy(() -> load("Echo::somethingElse"))
                .hasMessage("The handler sluice.local.runtime.Handlers$Echo::somethingElse names the method somethingElse; "
                        + "locally only handleRequest of RequestHandler or RequestStreamHandler is called");
    }

    @Test
    void aMissingClassKeepsItsName() {
        assertThatThrownBy(() -> load("Nowhere")).isInstanceOf(ClassNotFoundException.class).hasMessage(PREFIX + "Nowhere");
    }

    @Test
    void aConstructorThatFailsKeepsItsCause() {
        assertThatThrownBy(() -> load("Unloadable")).isInstanceOf(InvocationTargetException.class).rootCause().hasMessage("not today");
    }

    private static LoadedHandler load(String name) throws ReflectiveOperationException {
        return HandlerLoader.load(PREFIX + name, HandlerLoaderTest.class.getClassLoader());
    }

    private static String answer(String name, String event) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        load(name).handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
        return answer.toString(StandardCharsets.UTF_8);
    }
}
