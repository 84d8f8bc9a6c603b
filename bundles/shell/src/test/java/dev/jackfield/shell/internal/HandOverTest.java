package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandOverTest {
    private final HandOver handOver = new HandOver();
    private final AtomicInteger taken = new AtomicInteger();
    private final Thread loop = new Thread(() -> {
        while (taken.get() < 100 && handOver.part(ByteBuffer.wrap(new byte[] {(byte) taken.get()}))) {
            taken.incrementAndGet();
        }
        handOver.failed(new HttpFailure(Phase.BODY, "the end"));
    });

    @Test
    void holdsBackASenderThatIsFasterThanTheReader() throws Exception {
        loop.start();
        awaitWaiting();
        assertThat(taken).hasValue(HandOver.STEPS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(handOver.deliver(delivery(out))).isEqualTo(ExitStatus.RECEIVE);
        loop.join();
        assertThat(taken).hasValue(100);
        assertThat(out.size()).isEqualTo(100);
        assertThat(out.toByteArray()[99]).isEqualTo((byte) 99);
    }

    @Test
    void letsTheSenderGoWhenNobodyReadsAnyMore() throws Exception {
        loop.start();
        awaitWaiting();
        handOver.abandon();
        loop.join();
        assertThat(taken).hasValue(HandOver.STEPS);
        assertThat(handOver.part(ByteBuffer.allocate(1))).isFalse();
    }

    private void awaitWaiting() {
        while (loop.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static Delivery delivery(OutputStream out) throws IOException {
        TransferOptions options = new TransferOptions();
        options.silent = true;
        return new Delivery(options, false, new Output("-", out), new PrintStream(OutputStream.nullOutputStream()));
    }
}
