package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bodies as publishers. */
class StreamTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults());

    @Test
    void deliversAsMuchAsIsAskedFor() throws Exception {
        try (RawServer server = RawServer.answering(CHUNKED + "1\r\na\r\n1\r\nb\r\n1\r\nc\r\n0\r\nSum: 3\r\n\r\n")) {
            StreamedResponse response = stream(server);
            assertThat(response.status()).isEqualTo(200);
            Collected collected = new Collected(0);
            response.body().subscribe(collected);
            collected.subscription.get(5, TimeUnit.SECONDS).request(2);
            rule.awaitReadings(new Readings(0, 0, 1, 1));
            assertThat(collected.got).as("the third was read ahead").hasToString("ab");
            assertThat(collected.all).isNotDone();
            collected.subscription.join().request(1);
            assertThat(collected.all.get(5, TimeUnit.SECONDS)).isEqualTo("abc");
            assertThat(response.trailers()
                            .toCompletableFuture()
                            .get(5, TimeUnit.SECONDS)
                            .first("sum"))
                    .contains("3");
        }
    }

    @Test
    void deliversALargeBody() throws Exception {
        String body = "0123456789".repeat(300_000);
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n" + body)) {
            Collected collected = new Collected(Long.MAX_VALUE);
            stream(server).body().subscribe(collected);
            assertThat(collected.all.get(10, TimeUnit.SECONDS)).isEqualTo(body);
            rule.awaitReadings(new Readings(0, 0, 1, 1));
        }
    }

    @Test
    void moreThanEverythingMayBeAskedFor() throws Exception {
        try (RawServer server = RawServer.answering(CHUNKED + "1\r\na\r\n1\r\nb\r\n0\r\n\r\n")) {
            Collected collected = new Collected(Long.MAX_VALUE - 1);
            StreamedResponse response = stream(server);
            response.body().subscribe(collected);
            Flow.Subscription subscription = collected.subscription.get(5, TimeUnit.SECONDS);
            subscription.request(Long.MAX_VALUE);
            subscription.request(2);
            assertThat(collected.all.get(5, TimeUnit.SECONDS)).isEqualTo("ab");
        }
    }

    @Test
    void aBodyOfNothingIsCompleteAtOnce() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            Collected collected = new Collected(0);
            stream(server).body().subscribe(collected);
            assertThat(collected.all.get(5, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void tellsWhatCutsItShort() throws Exception {
        try (RawServer server = RawServer.once("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")) {
            StreamedResponse response = stream(server);
            Collected collected = new Collected(9);
            response.body().subscribe(collected);
            assertThatThrownBy(() -> collected.all.get(5, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(
                            HttpFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo(597));
            assertThat(collected.got).hasToString("abc");
            assertThat(response.trailers().toCompletableFuture()).isCompletedExceptionally();
        }
    }

    @Test
    void cancellingEndsTheConnection() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(CHUNKED + "1\r\na\r\n");
            peer.awaitEnd();
            ended.countDown();
        })) {
            StreamedResponse response = stream(server);
            Collected collected = new Collected(5);
            response.body().subscribe(collected);
            collected.subscription.get(5, TimeUnit.SECONDS).cancel();
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
            rule.awaitReadings(new Readings(0, 0, 0, 0));
            assertThat(collected.all).isNotDone();
            assertThat(response.trailers().toCompletableFuture()).isCompletedExceptionally();
        }
    }

    @Test
    void takesOneSubscriberOnly() throws Exception {
        try (RawServer server = RawServer.answering(CHUNKED + "1\r\na\r\n0\r\n\r\n")) {
            StreamedResponse response = stream(server);
            Collected first = new Collected(5);
            Collected second = new Collected(5);
            response.body().subscribe(first);
            response.body().subscribe(second);
            assertThat(first.all.get(5, TimeUnit.SECONDS)).isEqualTo("a");
            assertThatThrownBy(() -> second.all.get(5, TimeUnit.SECONDS))
                    .hasRootCauseMessage("Expected one subscriber, got a second one");
        }
    }

    @Test
    void aSubscriberMayComeLate() throws Exception {
        try (RawServer server = RawServer.answering(CHUNKED + "1\r\na\r\n0\r\n\r\n")) {
            StreamedResponse response = stream(server);
            rule.awaitReadings(new Readings(0, 0, 1, 1));
            Collected late = new Collected(1);
            response.body().subscribe(late);
            assertThat(late.all.get(5, TimeUnit.SECONDS)).isEqualTo("a");
        }
    }

    @Test
    void nobodyMayHoldAConnectionForever() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(CHUNKED + "1\r\na\r\n1\r\nb\r\n");
            peer.awaitEnd();
        })) {
            StreamedResponse response = rule.client().stream(
                            Request.get(server.url()).withTimeout(Duration.ofMillis(50)))
                    .get(5, TimeUnit.SECONDS);
            rule.awaitReadings(new Readings(0, 0, 0, 0));
            Collected late = new Collected(5);
            response.body().subscribe(late);
            assertThatThrownBy(() -> late.all.get(5, TimeUnit.SECONDS)).hasRootCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void failsBeforeTheHeadLikeAnyOther() throws Exception {
        try (RawServer server = RawServer.once("nonsense\r\n\r\n")) {
            CompletableFuture<StreamedResponse> future = rule.client().stream(Request.get(server.url()));
            assertThatThrownBy(() -> future.get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(HttpFailure.class);
        }
    }

    @Test
    void cancellingBeforeTheHeadFreesEverything() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            asked.countDown();
            peer.awaitEnd();
            ended.countDown();
        })) {
            CompletableFuture<StreamedResponse> future = rule.client().stream(Request.get(server.url()));
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            future.cancel(true);
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void followsRedirectsAndTellsOfThem() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n");
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na");
            peer.awaitEnd();
        })) {
            StreamedResponse response = stream(server);
            assertThat(response.redirects()).hasSize(1);
            assertThat(response.request().url()).endsWith("/there");
            Collected collected = new Collected(1);
            response.body().subscribe(collected);
            assertThat(collected.all.get(5, TimeUnit.SECONDS)).isEqualTo("a");
        }
    }

    private StreamedResponse stream(RawServer server) throws Exception {
        return rule.client().stream(Request.get(server.url())).get(5, TimeUnit.SECONDS);
    }
}
