package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sink that shuts the tap. */
class IntakeTest {
    private static final String CHUNKS =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + "1\r\na\r\n1\r\nb\r\n1\r\nc\r\n0\r\n\r\n";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults());

    /** Takes one part at a time. */
    private static class Sipping implements BodySink {
        final CompletableFuture<Intake> intake = new CompletableFuture<>();
        final StringBuffer got = new StringBuffer();
        final CountDownLatch sip = new CountDownLatch(1);

        @Override
        public void begin(Intake tap) {
            intake.complete(tap);
        }

        @Override
        public boolean part(ByteBuffer bytes) {
            got.append(StandardCharsets.US_ASCII.decode(bytes));
            intake.join().pause();
            sip.countDown();
            return true;
        }
    }

    @Test
    void getsNothingMoreUntilItOpensTheTapAgain() throws Exception {
        try (RawServer server = RawServer.answering(CHUNKS)) {
            CountDownLatch[] sips = {new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1)};
            AtomicInteger parts = new AtomicInteger();
            Sipping sink = new Sipping() {
                @Override
                public boolean part(ByteBuffer bytes) {
                    super.part(bytes);
                    sips[parts.getAndIncrement()].countDown();
                    return true;
                }
            };
            CompletableFuture<Response> future = rule.client().send(Request.get(server.url()), sink);
            Intake intake = sink.intake.get(5, TimeUnit.SECONDS);
            for (int i = 0; i < 3; i++) {
                assertThat(sips[i].await(5, TimeUnit.SECONDS)).isTrue();
                turnLoops();
                assertThat(sink.got).hasSize(i + 1);
                if (i < 2) {
                    assertThat(future).isNotDone();
                    intake.resume();
                }
            }
            // Behind the last octet there is nothing that it could want to wait with.
            assertThat(future.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThat(sink.got).hasToString("abc");
            assertThat(rule.client().readings().idle()).isEqualTo(1);
        }
    }

    @Test
    void noInactivityCountsMeanwhile() throws Exception {
        try (RawServer server = RawServer.answering(CHUNKS)) {
            Sipping sink = new Sipping();
            CompletableFuture<Response> future =
                    rule.client().send(Request.get(server.url()).withTimeout(Duration.ofMillis(20)), sink);
            assertThat(sink.sip.await(5, TimeUnit.SECONDS)).isTrue();
            CountDownLatch longAfter = new CountDownLatch(1);
            rule.loops().all().get(0).after(Duration.ofMillis(150), longAfter::countDown);
            assertThat(longAfter.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(future).isNotDone();
            sink.intake.join().resume();
            sink.intake.join().refuse();
            assertThat(ClientRule.failure(future).code()).isEqualTo(598);
        }
    }

    @Test
    void inactivityCountsAgainAfterwards() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\na");
            peer.awaitEnd();
        })) {
            Sipping sink = new Sipping();
            CompletableFuture<Response> future =
                    rule.client().send(Request.get(server.url()).withTimeout(Duration.ofMillis(50)), sink);
            assertThat(sink.sip.await(5, TimeUnit.SECONDS)).isTrue();
            sink.intake.join().resume();
            assertThat(ClientRule.failure(future)).hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void theDeadlineCountsAllTheSame() throws Exception {
        try (RawServer server = RawServer.answering(CHUNKS)) {
            Sipping sink = new Sipping();
            CompletableFuture<Response> future =
                    rule.client().send(Request.get(server.url()).withDeadline(Duration.ofMillis(200)), sink);
            HttpFailure failure = ClientRule.failure(future);
            assertThat(failure).hasCauseInstanceOf(TimeoutException.class);
            assertThat(failure.phase()).isEqualTo(Phase.BODY);
        }
    }

    @Test
    void theServerHasToWait() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        String block = "x".repeat(100_000);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\n\r\n");
            for (int i = 0; i < 1000; i++) {
                peer.send(block);
                sent.incrementAndGet();
            }
        })) {
            Sipping sink = new Sipping();
            CompletableFuture<Response> future = rule.client().send(Request.get(server.url()), sink);
            assertThat(sink.sip.await(5, TimeUnit.SECONDS)).isTrue();
            CountDownLatch aWhile = new CountDownLatch(1);
            rule.loops().all().get(0).after(Duration.ofMillis(200), aWhile::countDown);
            assertThat(aWhile.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(sent)
                    .as("of 100 MB, what fits into the buffers of the system")
                    .hasValueLessThan(500);
            future.cancel(true);
        }
    }

    @Test
    void refusesFromAnyThread() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\na");
            peer.awaitEnd();
        })) {
            Sipping sink = new Sipping();
            CompletableFuture<Response> future = rule.client().send(Request.get(server.url()), sink);
            assertThat(sink.sip.await(5, TimeUnit.SECONDS)).isTrue();
            sink.intake.join().refuse();
            HttpFailure failure = ClientRule.failure(future);
            assertThat(failure.code()).isEqualTo(598);
            assertThat(failure.head()).isPresent();
            sink.intake.join().refuse();
            sink.intake.join().resume();
            sink.intake.join().pause();
        }
    }

    @Test
    void mayBeShutBeforeTheFirstOctet() throws Exception {
        try (RawServer server = RawServer.answering(CHUNKS)) {
            Sipping sink = new Sipping() {
                @Override
                public boolean head(ResponseHead head) {
                    intake.join().pause();
                    sip.countDown();
                    return true;
                }

                @Override
                public boolean part(ByteBuffer bytes) {
                    got.append(StandardCharsets.US_ASCII.decode(bytes));
                    return true;
                }
            };
            CompletableFuture<Response> future = rule.client().send(Request.get(server.url()), sink);
            assertThat(sink.sip.await(5, TimeUnit.SECONDS)).isTrue();
            turnLoops();
            assertThat(sink.got).isEmpty();
            sink.intake.join().resume();
            future.get(5, TimeUnit.SECONDS);
            assertThat(sink.got).hasToString("abc");
        }
    }

    /** Lets everything that was handed over to the loops so far happen. */
    private void turnLoops() throws InterruptedException {
        for (int turn = 0; turn < 3; turn++) {
            CountDownLatch turned = new CountDownLatch(rule.loops().all().size());
            rule.loops().all().forEach(loop -> loop.execute(turned::countDown));
            assertThat(turned.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }
}
