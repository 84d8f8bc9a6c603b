package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exchanges that go on over what is not plugged in any more, and for how long. */
class DrainTest {
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration ALMOST = DRAIN.minusMillis(1);
    private static final Duration BIT = Duration.ofMillis(1);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";

    private final ManualLoop loop = new ManualLoop();
    private final Panel panel = Panel.open();
    private final ScriptedConnector first = new ScriptedConnector(loop);
    private final ScriptedConnector second = new ScriptedConnector(loop);
    private HttpClient client = client(DRAIN);

    DrainTest() {
        panel.plug("plain", 1, first);
    }

    @AfterEach
    void leavesNothing() {
        client.close();
        loop.settle();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void byDefaultNothingIsInterrupted() throws IOException {
        assertThat(Pooling.defaults().drain()).isZero();
        client.close();
        client = client(Duration.ZERO);
        CompletableFuture<Response> future = send();
        swap();
        assertThat(client.readings()).isEqualTo(new Readings(0, 1, 1, 0, 0, 1));
        loop.advance(Duration.ofHours(1));
        assertThat(future).isNotDone();
        first.call(0).answer(HEAD + "hello");
        assertThat(future.join().text()).isEqualTo("hello");
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
        assertThat(first.call(0).open()).isFalse();
    }

    @Test
    void anExchangeThatEndsInTimeIsNotTouchedAndItsConnectionNotKept() throws IOException {
        CompletableFuture<Response> future = send();
        swap();
        loop.advance(ALMOST);
        first.call(0).answer(HEAD + "hello");
        assertThat(future.join().text()).isEqualTo("hello");
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
    }

    @Test
    void afterThatItEndsInThePhaseThatItIsInAndIsNotSentTwice() throws IOException {
        answered(send());
        CompletableFuture<Response> future = send();
        swap();
        loop.advance(ALMOST);
        assertThat(future).isNotDone();
        loop.advance(BIT);
        HttpFailure failure = ClientRule.failure(future);
        assertThat(failure.phase()).isEqualTo(Phase.HEAD);
        assertThat(failure)
                .hasMessage("Expected an end within the drain of 5 s after what made the connection went out of use"
                        + " (plain), got none")
                .hasCauseInstanceOf(TimeoutException.class);
        assertThat(first.call(0).open()).isFalse();
        assertThat(second.calls()).isZero();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
    }

    @Test
    void thatMayBeTheBody() throws IOException {
        CompletableFuture<Response> future = send();
        first.call(0).answer(HEAD + "hel");
        swap();
        loop.advance(DRAIN);
        HttpFailure failure = ClientRule.failure(future);
        assertThat(failure.phase()).isEqualTo(Phase.BODY);
        assertThat(failure.head()).isPresent();
    }

    @Test
    void whatWasHandedOverIsTheCallers() throws IOException {
        CompletableFuture<Handover> future = client.open(Request.get("http://a.test/"));
        loop.run();
        first.call(0).connect();
        swap();
        first.call(0).answer("HTTP/1.1 200 OK\r\n\r\n");
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
        loop.advance(DRAIN.multipliedBy(2));
        assertThat(first.call(0).open()).isTrue();
        future.join().wire().close();
    }

    @Test
    void whatComesBackIntoUseInTimeIsKept() throws IOException {
        CompletableFuture<Response> future = send();
        Guard swapped = swap();
        loop.advance(ALMOST);
        swapped.close();
        loop.run();
        assertThat(client.readings().draining()).isZero();
        loop.advance(DRAIN);
        first.call(0).answer(HEAD + "hello");
        assertThat(future.join().text()).isEqualTo("hello");
        assertThat(client.readings()).isEqualTo(new Readings(0, 0, 1, 1));
    }

    @Test
    void anotherSwapMeanwhileGivesNoMoreTime() throws IOException {
        CompletableFuture<Response> future = send();
        swap();
        loop.advance(ALMOST);
        panel.plug("plain", 3, second);
        loop.advance(BIT);
        assertThat(ClientRule.failure(future)).hasMessageContaining("within the drain of 5 s");
    }

    @Test
    void aConnectionThatArrivesWhenItIsOutOfUseHasAsMuchTime() throws IOException {
        CompletableFuture<Response> future = client.get("http://a.test/");
        loop.run();
        swap();
        loop.advance(Duration.ofSeconds(1));
        first.call(0).connect();
        assertThat(client.readings().draining()).isEqualTo(1);
        loop.advance(ALMOST);
        assertThat(future).isNotDone();
        loop.advance(BIT);
        assertThat(ClientRule.failure(future)).hasMessageContaining("within the drain of 5 s");
    }

    @Test
    void whatAnOperatorPullsIsOutOfUseAndNewWhenItIsPutBack() throws IOException {
        answered(send());
        assertThat(client.readings().idle()).isEqualTo(1);
        Plug<Connector> plug = panel.connector("plain").orElseThrow();
        panel.pull(plug);
        loop.run();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
        assertThat(first.call(0).open()).isFalse();

        panel.plug("plain", 0, second);
        panel.putBack(plug);
        CompletableFuture<Response> future = client.get("http://a.test/");
        loop.run();
        first.call(1).connect();
        panel.pull(panel.connector("plain").orElseThrow());
        loop.run();
        assertThat(client.readings().draining()).isEqualTo(1);
        first.call(1).answer(HEAD + "hello");
        assertThat(future.join().text()).isEqualTo("hello");
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
    }

    @Test
    void aCallThatWaitsForASlotGoesByWhatIsInUseWhenItsTurnComes() throws IOException {
        client.close();
        loop.settle();
        client = HttpClient.create(ClientOptions.defaults().withMaxPerHost(1), new ManualLoops(loop), panel);
        CompletableFuture<Response> busy = send();
        CompletableFuture<Response> waiting = client.get("http://a.test/");
        swap();
        assertThat(client.readings()).isEqualTo(new Readings(1, 1, 1, 0, 0, 1));
        first.call(0).answer(HEAD + "hello");
        assertThat(busy).isCompleted();
        second.call(0).connect();
        second.call(0).answer(HEAD + "there");
        assertThat(waiting.join().text()).isEqualTo("there");
    }

    private HttpClient client(Duration drain) {
        return HttpClient.create(
                ClientOptions.defaults()
                        .withTimeouts(Timeouts.defaults().withInactivity(Duration.ofHours(2)))
                        .withPooling(
                                Pooling.defaults().withIdle(Duration.ofHours(1)).withDrain(drain)),
                new ManualLoops(loop),
                panel);
    }

    private CompletableFuture<Response> send() {
        CompletableFuture<Response> future = client.get("http://a.test/");
        loop.run();
        if (client.readings().active() > 0 && first.calls() == 1) {
            first.call(0).connect();
        }
        return future;
    }

    private void answered(CompletableFuture<Response> future) throws IOException {
        first.call(0).answer(HEAD + "hello");
        assertThat(future.join().text()).isEqualTo("hello");
    }

    private Guard swap() {
        Guard swapped = panel.plug("plain", 2, second);
        loop.run();
        return swapped;
    }
}
