package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Routes;
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
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger openings = new AtomicInteger();

    @Test
    void holdsBackASenderThatIsFasterThanTheReader() throws Exception {
        fill();
        assertThat(given).hasValue(HandOver.STEPS);
        handOver.whenOpen(this::openedAgain);
        assertThat(openings).as("nobody has taken anything").hasValue(0);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(handOver.deliver(delivery(out), new Alarm())).isEqualTo(ExitStatus.RECEIVE);

        assertThat(openings.get()).isBetween(1, 100);
        assertThat(out.size()).isEqualTo(100);
        assertThat(out.toByteArray()[99]).isEqualTo((byte) 99);
    }

    @Test
    void opensAtOnceWhenThereIsRoom() {
        handOver.whenOpen(openings::incrementAndGet);
        assertThat(openings).hasValue(1);
    }

    @Test
    void neverMakesTheSenderWait() {
        fill();
        assertThat(handOver.part(ByteBuffer.allocate(1))).isTrue();
        assertThat(handOver.open()).isFalse();
    }

    @Test
    void takesNothingWhenNobodyReadsAnyMore() {
        handOver.abandon();
        assertThat(handOver.part(ByteBuffer.allocate(1))).isFalse();
    }

    private void openedAgain() {
        openings.incrementAndGet();
        fill();
        if (given.get() < 100) {
            handOver.whenOpen(this::openedAgain);
        } else {
            handOver.failed(new HttpFailure(Phase.BODY, "the end"));
        }
    }

    private void fill() {
        while (handOver.open() && given.get() < 100) {
            assertThat(handOver.part(ByteBuffer.wrap(new byte[] {(byte) given.getAndIncrement()})))
                    .isTrue();
        }
    }

    private static Delivery delivery(OutputStream out) throws IOException {
        TransferOptions options = new TransferOptions();
        options.silent = true;
        return new Delivery(
                options, Routes.DIRECT, false, new Output("-", out), new PrintStream(OutputStream.nullOutputStream()));
    }
}
