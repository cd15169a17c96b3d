package sluice.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifelineTest {
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void endsWhenTheStreamEnds() throws Exception {
        PipedOutputStream parent = new PipedOutputStream();
        Lifeline.watch(new PipedInputStream(parent), ended::countDown);
        parent.write("whatever".getBytes());
        parent.flush();
        assertThat(ended.getCount()).isEqualTo(1);
        parent.close();
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBrokenStreamIsAnEndedOne() throws Exception {
        Lifeline.watch(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken pipe");
            }
        }, ended::countDown);
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotKeepTheProcessAlive() {
        assertThat(Lifeline.watch(InputStream.nullInputStream(), () -> { }).isDaemon()).isTrue();
    }
}
