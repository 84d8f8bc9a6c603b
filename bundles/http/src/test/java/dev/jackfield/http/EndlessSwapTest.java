package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Watchers;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.RequestLedger.Why;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Swaps that do not end: no request is kept busy by them for ever, and none is lost by those that are honest. */
class EndlessSwapTest {
    private static final Duration BIT = Duration.ofMillis(1);
    private static final Duration HALF = Duration.ofMillis(500);
    private static final Timeouts PATIENCE = Timeouts.defaults().withInactivity(Duration.ofSeconds(3));
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String TOLD = ", as what it was done by went out of use";

    private final ManualLoop loop = new ManualLoop();
    private final Panel panel = Panel.open();
    private final ScriptedConnector connector = new ScriptedConnector(loop);
    private HttpClient client = client(ClientOptions.defaults());
    private Guard plugged = () -> {};
    private int ranking;

    /** Is another one, by its own account, whenever it is asked; and fails. */
    private static final class Fickle implements Connector {
        private final Watchers watchers = new Watchers();
        private int connects;

        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            connects++;
            watchers.changed();
            return CompletableFuture.failedFuture(new IOException("refused"));
        }

        @Override
        public Guard watch(Runnable changed) {
            return watchers.watch(changed);
        }
    }

    @AfterEach
    void leavesNothing() {
        client.close();
        loop.settle();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void whatFailsAndIsSwappedEachTimeIsBegunAnewSixteenTimesAtMost() {
        Fickle fickle = new Fickle();
        panel.plug("one", 0, fickle);
        CompletableFuture<Response> future = send(Timeouts.defaults());
        assertThat(fickle.connects).as("three times without a rest").isEqualTo(1 + 3);
        assertThat(client.readings()).as("who rests keeps no slot").isEqualTo(new Readings(1, 0, 0, 0));
        loop.advance(BIT);
        assertThat(fickle.connects).isEqualTo(1 + 4);
        loop.advance(BIT);
        assertThat(fickle.connects).as("each rest is longer").isEqualTo(1 + 4);
        loop.advance(BIT);
        assertThat(fickle.connects).isEqualTo(1 + 5);

        loop.advance(Duration.ofSeconds(1));
        assertThat(fickle.connects).isEqualTo(1 + 16);
        HttpFailure failure = ClientRule.failure(future);
        assertThat(failure).hasMessage("refused; connecting was begun anew 16 times" + TOLD);
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure.ledger().steps()).hasSize(1 + 16);
    }

    @Test
    void restsNoLongerThanTheLimitOnConnecting() {
        Fickle fickle = new Fickle();
        panel.plug("one", 0, fickle);
        CompletableFuture<Response> future = send(Timeouts.defaults().withConnect(Duration.ofMillis(200)));
        loop.advance(Duration.ofMillis(200));
        assertThat(ClientRule.failure(future)).hasMessageStartingWith("Expected a connection to a.test within 200 ms");
        assertThat(fickle.connects).isLessThan(16);
    }

    @Test
    void whoRestsCanBeCalledOff() {
        Fickle fickle = new Fickle();
        panel.plug("one", 0, fickle);
        CompletableFuture<Response> future = send(Timeouts.defaults());
        future.cancel(true);
        loop.advance(Duration.ofSeconds(1));
        assertThat(fickle.connects).isEqualTo(1 + 3);
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
    }

    @Test
    void whoRestsHearsOfTheClientsEnd() {
        panel.plug("one", 0, new Fickle());
        CompletableFuture<Response> future = send(Timeouts.defaults());
        client.close();
        loop.run();
        assertThat(ClientRule.failure(future)).hasMessage("The client was closed");
    }

    @Test
    void honestSwapsLoseNothing() throws IOException {
        swap();
        CompletableFuture<Response> future = send(PATIENCE);
        for (int i = 0; i < 16; i++) {
            assertThat(connector.calls()).isEqualTo(i + 1);
            swap();
            connector.call(i).fail(new NoClassDefFoundError("of a bundle that was updated"));
            loop.advance(Duration.ofMillis(100));
        }
        connector.call(16).connect();
        connector.call(16).answer(HELLO);
        assertThat(future.join().text()).isEqualTo("hello");
        assertThat(future.join().ledger().steps()).hasSize(17).last().matches(step -> step.why() == Why.SWAP);
    }

    @Test
    void thePatienceGoesOnOverSwaps() {
        swap();
        CompletableFuture<Response> future = send(PATIENCE);
        int halves = 0;
        while (!future.isDone() && halves < 30) {
            loop.advance(HALF);
            halves++;
            swap();
        }
        assertThat(halves).isEqualTo(7);
        HttpFailure failure = ClientRule.failure(future);
        assertThat(failure)
                .hasMessage(
                        "Expected a connection to a.test within 3 s, got none; connecting was begun anew once" + TOLD)
                .hasCauseInstanceOf(TimeoutException.class);
        assertThat(connector.calls()).isEqualTo(2);
    }

    @Test
    void soItDoesWithoutAnyPatienceForWhatIsNotInUse() {
        client.close();
        client = client(ClientOptions.defaults().withPlugWait(Duration.ZERO));
        swap();
        CompletableFuture<Response> future = send(PATIENCE);
        for (int i = 0; i < 400; i++) {
            loop.advance(Duration.ofMillis(10));
            swap();
        }
        assertThat(ClientRule.failure(future)).hasMessageStartingWith("Expected a connection to a.test within 3 s");
        assertThat(connector.calls()).as("swaps make no haste").isLessThan(50);
    }

    @Test
    void whoGetsFurtherThanBeforeHasAllThePatienceAgain() throws IOException {
        CompletableFuture<Response> future = sendByLayer();
        loop.advance(HALF);
        swap();
        loop.advance(Duration.ofSeconds(2));
        assertThat(connector.calls()).isEqualTo(2);
        loop.advance(HALF);
        connector.call(1).connect();
        loop.advance(Duration.ofMillis(2999));
        assertThat(future).isNotDone();
        loop.advance(HALF);
        assertThat(ClientRule.failure(future)).hasMessageContaining("within 3");
    }

    @Test
    void whatWasReachedBeforeIsNoProgress() throws IOException {
        CompletableFuture<Response> future = sendByLayer();
        connector.call(0).connect();
        loop.advance(HALF);
        swap();
        loop.advance(Duration.ofSeconds(2));
        connector.call(1).connect();
        loop.advance(Duration.ofMillis(999));
        assertThat(future).isNotDone();
        loop.advance(BIT);
        assertThat(ClientRule.failure(future))
                .hasMessageStartingWith("Expected a connection to a.test within 3 s, got none; it stood at ")
                .hasMessageEndingWith("; connecting was begun anew once" + TOLD);
    }

    @Test
    void theLimitOnConnectingHoldsOverTheWaitForAPlug() {
        CompletableFuture<Response> future = send(Timeouts.defaults().withConnect(HALF));
        loop.advance(HALF.minus(BIT));
        assertThat(future).isNotDone();
        loop.advance(BIT);
        HttpFailure failure = ClientRule.failure(future);
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure)
                .hasMessageStartingWith("Expected a connection to a.test within 500 ms, got none; it waited for this: "
                        + "Expected a connector named \"one\" on the panel, got only: ")
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void whatWasWaitedForAPlugIsNotWaitedAgain() {
        CompletableFuture<Response> future = send(Timeouts.defaults().withConnect(HALF));
        loop.advance(HALF.minus(BIT));
        swap();
        assertThat(connector.calls()).isEqualTo(1);
        loop.advance(BIT);
        assertThat(ClientRule.failure(future)).hasMessage("Expected a connection to a.test within 500 ms, got none");
    }

    private HttpClient client(ClientOptions options) {
        return HttpClient.create(options, new ManualLoops(loop), panel);
    }

    private CompletableFuture<Response> send(Timeouts timeouts) {
        return send("one", timeouts);
    }

    private CompletableFuture<Response> sendByLayer() {
        Layer silent = (below, target, attempt) -> {
            attempt.whenCancelled(below::close);
            return new CompletableFuture<>();
        };
        panel.plug("silent", 0, silent);
        swap();
        return send("one > silent", PATIENCE);
    }

    private CompletableFuture<Response> send(String route, Timeouts timeouts) {
        CompletableFuture<Response> future =
                client.send(Request.get("http://a.test/").withRoute(route).withTimeouts(timeouts));
        loop.run();
        return future;
    }

    private void swap() {
        Guard before = plugged;
        plugged = panel.plug("one", ++ranking, connector);
        before.close();
        loop.run();
    }
}
