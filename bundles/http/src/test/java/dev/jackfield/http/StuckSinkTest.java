package dev.jackfield.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import dev.jackfield.testkit.PipeWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sinks that take nothing, for as long as a server may say nothing. Writing is blocking work, so the test says when it is done. */
class StuckSinkTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration ALMOST = LIMIT.minusMillis(1);
    private static final Duration BIT = Duration.ofMillis(1);
    private static final int BLOCK = 64 * 1024;

    private final ManualLoop loop = new ManualLoop();
    private final Panel panel = Panel.open();
    private final HttpClient client = HttpClient.create(
            ClientOptions.defaults()
                    .withTimeouts(Timeouts.defaults().withInactivity(LIMIT))
                    .withPooling(Pooling.defaults().withIdle(Duration.ofHours(1))),
            new ManualLoops(loop),
            panel);
    private final PipeWire.Pair pair = PipeWire.pair(loop);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @AfterEach
    void leavesNothing() {
        client.close();
        loop.settle();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void aFinishThatNeverCompletesIsNotWaitedForLonger() throws IOException {
        Endless sink = new Endless();
        CompletableFuture<Response> future = send(sink);
        answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        assertThat(client.readings()).isEqualTo(new Readings(0, 0, 1, 1, 1, 0));
        assertThat(client.readings().underWay()).isEqualTo(1);

        loop.advance(ALMOST);
        assertThat(future).isNotDone();
        loop.advance(BIT);
        late(future);
        assertThat(client.readings()).isEqualTo(new Readings(0, 0, 1, 1));
        assertThat(sink.heard).containsExactly("finish", "discard");
    }

    @Test
    void aFinishThatIsCancelledIsTold() throws IOException {
        Endless sink = new Endless();
        CompletableFuture<Response> future = send(sink);
        answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        future.cancel(true);
        loop.run();
        assertThat(sink.heard).containsExactly("finish", "discard");
        assertThat(client.readings().finishing()).isZero();
        sink.end.complete(null);
    }

    @Test
    void aFinishThatCompletesLeavesNoTimer() throws IOException {
        Endless sink = new Endless();
        CompletableFuture<Response> future = send(sink);
        int before = loop.timers();
        answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        sink.end.complete(null);
        loop.run();
        assertThat(future).isCompleted();
        assertThat(sink.heard).containsExactly("finish");
        assertThat(client.readings().finishing()).isZero();
        assertThat(loop.timers()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void whatIsWrittenAtTheEndHasToGetOn() throws IOException {
        CompletableFuture<Response> future = send(BodySink.to(written));
        answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        loop.advance(ALMOST);
        assertThat(future).isNotDone();
        loop.advance(BIT);
        late(future);
    }

    @Test
    void aPipeThatTakesNothingEndsTheBody() throws IOException {
        CompletableFuture<Response> future = send(BodySink.to(written));
        answer("HTTP/1.1 200 OK\r\n\r\n");
        fill();
        loop.advance(ALMOST);
        assertThat(future).isNotDone();
        assertThat(client.readings().active()).isEqualTo(1);
        loop.advance(BIT);
        late(future);
        assertThat(written.size()).isZero();
    }

    @Test
    void onlyWhoTakesNothingIsLate() throws IOException {
        CompletableFuture<Response> future = send(BodySink.to(written));
        answer("HTTP/1.1 200 OK\r\nContent-Length: 4194304\r\n\r\n");
        int sent = 0;
        for (int times = 0; times < 4; times++) {
            sent += fill();
            loop.advance(ALMOST);
            loop.runBlocking();
            loop.run();
        }
        while (sent < 4194304) {
            sent += block(4194304 - sent);
            loop.settle();
        }
        loop.settle();
        assertThat(future).isCompleted();
        assertThat(written.size()).isEqualTo(4194304);
    }

    @Test
    void aSinkThatPausesByItselfMayTakeAllTheTimeItWants() throws IOException {
        List<Intake> intakes = new ArrayList<>();
        CompletableFuture<Response> future = send(new BodySink() {
            @Override
            public void begin(Intake intake) {
                intakes.add(intake);
            }

            @Override
            public boolean part(ByteBuffer bytes) {
                intakes.get(0).pause();
                return true;
            }
        });
        answer("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello");
        loop.advance(LIMIT.multipliedBy(100));
        assertThat(future).isNotDone();
        intakes.get(0).resume();
        answer("!");
        intakes.get(0).resume();
        loop.run();
        assertThat(future).isCompleted();
    }

    @Test
    void theFileOfADownloadMayTakeAllTheTimeItsListenerWants(@TempDir Path folder) throws IOException {
        CompletableFuture<DownloadOutcome> future = client.download(Download.of(request(), folder.resolve("file")));
        loop.settle();
        answer("HTTP/1.1 200 OK\r\nContent-Length: 4194304\r\n\r\n");
        int sent = fill();
        loop.advance(LIMIT.multipliedBy(100));
        assertThat(future).isNotDone();
        while (sent < 4194304) {
            loop.settle();
            sent += block(4194304 - sent);
        }
        loop.settle();
        assertThat(future.join()).isInstanceOf(DownloadOutcome.Complete.class);
        assertThat(folder.resolve("file")).hasSize(4194304);
    }

    private CompletableFuture<Response> send(BodySink sink) {
        CompletableFuture<Response> future = client.send(request(), sink);
        loop.run();
        return future;
    }

    private Request request() {
        CompletableFuture<Wire> wire = CompletableFuture.completedFuture(pair.near());
        return Request.get("http://a.test/").withConnector((target, attempt) -> wire);
    }

    private void answer(String text) throws IOException {
        pair.far().write(new ByteBuffer[] {ByteBuffer.wrap(text.getBytes(ISO_8859_1))}, 0, 1);
        loop.run();
    }

    /** Sends until the tap is shut, and nothing more fits in between. */
    private int fill() throws IOException {
        int all = 0;
        for (int count = block(BLOCK); count > 0; count = block(BLOCK)) {
            all += count;
            loop.run();
        }
        return all;
    }

    private int block(int most) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(Math.min(most, BLOCK));
        return (int) pair.far().write(new ByteBuffer[] {block}, 0, 1);
    }

    private void late(CompletableFuture<Response> future) {
        HttpFailure failure = ClientRule.failure(future);
        assertThat(failure)
                .hasMessageContaining("Expected the sink to get on within 10 s, got nothing")
                .hasCauseInstanceOf(TimeoutException.class);
        assertThat(failure.code()).isEqualTo(598);
        assertThat(failure.head()).isPresent();
        assertThat(failure.ledger().steps())
                .singleElement()
                .extracting(RequestLedger.Step::outcome)
                .isEqualTo(failure.getMessage());
    }

    private static final class Endless implements BodySink {
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final List<String> heard = new ArrayList<>();

        @Override
        public boolean part(ByteBuffer bytes) {
            return true;
        }

        @Override
        public CompletableFuture<Void> finish() {
            heard.add("finish");
            return end;
        }

        @Override
        public void discard() {
            heard.add("discard");
        }
    }
}
