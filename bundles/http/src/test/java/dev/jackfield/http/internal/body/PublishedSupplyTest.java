package dev.jackfield.http.internal.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.testkit.ManualLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class PublishedSupplyTest {
    private final ManualLoop loop = new ManualLoop();
    private final List<Long> requests = new ArrayList<>();
    private int cancelled;
    private int told;
    private final PublishedSupply supply = new PublishedSupply(loop, () -> told++);

    private final Flow.Subscription subscription = new Flow.Subscription() {
        @Override
        public void request(long n) {
            requests.add(n);
        }

        @Override
        public void cancel() {
            cancelled++;
        }
    };

    @Test
    void asksForAFewAndForMoreOnceTheyAreRead() throws Exception {
        assertThat(read()).isEmpty();
        supply.onSubscribe(subscription);
        loop.run();
        assertThat(told).isEqualTo(1);
        assertThat(read()).isEmpty();
        assertThat(requests).containsExactly(4L);
        supply.onNext(buffer("ab"));
        supply.onNext(buffer(""));
        supply.onNext(buffer("cd"));
        assertThat(read()).isEqualTo("abcd");
        assertThat(requests).containsExactly(4L, 2L);
        supply.onComplete();
        assertThat(supply.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        supply.close();
        assertThat(cancelled).as("after its end").isZero();
    }

    @Test
    void wakesTheLoopOncePerTurn() throws Exception {
        supply.onSubscribe(subscription);
        loop.run();
        read();
        supply.onNext(buffer("a"));
        supply.onNext(buffer("b"));
        supply.onNext(buffer("c"));
        assertThat(loop.tasks()).isEqualTo(1);
        loop.run();
        assertThat(told).isEqualTo(2);
    }

    @Test
    void leavesTheBuffersOfOthersAlone() throws Exception {
        supply.onSubscribe(subscription);
        read();
        ByteBuffer buffer = ByteBuffer.wrap("xabcx".getBytes(StandardCharsets.US_ASCII), 1, 3);
        supply.onNext(buffer);
        assertThat(read()).isEqualTo("abc");
        assertThat(buffer.remaining()).isEqualTo(3);
    }

    @Test
    void cancelsWhenItIsClosed() {
        supply.onSubscribe(subscription);
        supply.close();
        supply.close();
        assertThat(cancelled).isEqualTo(1);
        supply.onNext(buffer("late"));
        supply.onSubscribe(subscription);
        assertThat(cancelled).isEqualTo(2);
    }

    @Test
    void takesOneSubscriptionOnly() {
        supply.onSubscribe(subscription);
        supply.onSubscribe(subscription);
        assertThat(cancelled).isEqualTo(1);
    }

    @Test
    void tellsWhatThePublisherDidWrong() throws Exception {
        assertThatThrownBy(() -> supply.onNext(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> supply.onSubscribe(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> supply.onError(null)).isInstanceOf(NullPointerException.class);
        supply.onNext(buffer("unasked"));
        assertThatThrownBy(this::read).hasMessageContaining("Expected no more buffers than were asked for");
    }

    @Test
    void tellsOfAnError() throws Exception {
        supply.onSubscribe(subscription);
        read();
        supply.onNext(buffer("a"));
        supply.onError(new IllegalStateException("no more"));
        assertThatThrownBy(() -> supply.read(ByteBuffer.allocate(10)))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("no more");
    }

    @Test
    void refusesWhatComesBehindTheEnd() throws Exception {
        supply.onSubscribe(subscription);
        read();
        supply.onComplete();
        supply.onNext(buffer("a"));
        assertThatThrownBy(this::read).hasMessageContaining("Expected nothing behind the end");
    }

    private String read() throws IOException {
        ByteBuffer out = ByteBuffer.allocate(10);
        supply.read(out);
        return StandardCharsets.US_ASCII.decode(out.flip()).toString();
    }

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
