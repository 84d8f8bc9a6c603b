package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.http.RequestLedger.Step;
import dev.jackfield.http.RequestLedger.Why;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Swaps while something is still connecting by what was plugged in. */
class ConnectingSwapTest {
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration ALMOST = WAIT.minusMillis(1);
    private static final Duration BIT = Duration.ofMillis(1);
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final Request REQUEST =
            Request.post("http://a.test/", new byte[0]).withRoute("one");

    private final ManualLoop loop = new ManualLoop();
    private final Panel panel = Panel.open();
    private final ScriptedConnector first = new ScriptedConnector(loop);
    private final ScriptedConnector second = new ScriptedConnector(loop);
    private final Guard plugged = panel.plug("one", 1, first);
    private HttpClient client = client(ClientOptions.defaults());

    @AfterEach
    void leavesNothing() {
        client.close();
        loop.settle();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void itGoesOnAndItsWireServesThisCallOnly() throws IOException {
        CompletableFuture<Response> future = send();
        swap();
        loop.advance(ALMOST);
        first.call(0).connect();
        first.call(0).answer(HELLO);
        assertThat(future.join().text()).isEqualTo("hello");
        assertThat(future.join().ledger().steps()).hasSize(1);
        assertThat(second.calls()).isZero();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
        assertThat(first.call(0).open()).isFalse();
    }

    @Test
    void afterAWhileItIsCalledOffAndBegunAnew() throws IOException {
        CompletableFuture<Response> future = send();
        loop.advance(Duration.ofMinutes(1));
        swap();
        loop.advance(ALMOST);
        assertThat(second.calls()).isZero();
        loop.advance(BIT);
        assertThat(first.call(0).cancelled()).isTrue();
        assertThat(client.readings()).isEqualTo(new Readings(0, 1, 1, 0));

        first.call(0).connect();
        assertThat(first.call(0).open()).as("Nobody waits for it any more").isFalse();
        assertThat(first.call(0).sent()).isEmpty();
        second.call(0).connect();
        assertThat(second.call(0).sent()).startsWith("POST / ");
        second.call(0).answer(HELLO);
        assertThat(future.join().text()).isEqualTo("hello");
        assertThat(client.readings()).isEqualTo(new Readings(0, 0, 1, 1));

        List<Step> steps = future.join().ledger().steps();
        assertThat(steps).extracting(Step::why).containsExactly(Why.ASKED, Why.SWAP);
        assertThat(steps.get(0).outcome())
                .isEqualTo("Expected a connection within 2 s after one went out of use, got none");
        assertThat(steps.get(0).pooling()).isEmpty();
        assertThat(steps.get(1).plugs().get(0).generation())
                .isGreaterThan(steps.get(0).plugs().get(0).generation());
        assertThat(steps.get(1).times().begun() / 1_000_000).isEqualTo(62_000);
    }

    @Test
    void whatFailsAfterItWentOutOfUseIsBegunAnewAtOnce() throws IOException {
        CompletableFuture<Response> future = send();
        swap();
        first.call(0).fail(new NoClassDefFoundError("of a bundle that was updated"));
        assertThat(client.readings()).isEqualTo(new Readings(0, 1, 1, 0));
        second.call(0).connect();
        second.call(0).answer(HELLO);
        assertThat(future.join().text()).isEqualTo("hello");
        List<Step> steps = future.join().ledger().steps();
        assertThat(steps).extracting(Step::why).containsExactly(Why.ASKED, Why.SWAP);
        assertThat(steps.get(0).outcome()).contains("of a bundle that was updated");
        assertThat(client.readings()).isEqualTo(new Readings(0, 0, 1, 1));
    }

    @Test
    void whatFailsWhileItIsInUseFailsTheRequest() {
        CompletableFuture<Response> future = send();
        first.call(0).fail(new IOException("refused"));
        assertThat(ClientRule.failure(future).code()).isEqualTo(595);
        assertThat(second.calls()).isZero();
    }

    @Test
    void whatComesBackIntoUseInTimeIsNotCalledOff() throws IOException {
        CompletableFuture<Response> future = send();
        Guard swapped = swap();
        loop.advance(ALMOST);
        swapped.close();
        loop.run();
        loop.advance(WAIT.multipliedBy(2));
        first.call(0).connect();
        first.call(0).answer(HELLO);
        assertThat(future.join().text()).isEqualTo("hello");
        assertThat(client.readings()).isEqualTo(new Readings(0, 0, 1, 1));
    }

    @Test
    void anotherSwapMeanwhileGivesNoMoreTime() {
        send();
        swap();
        loop.advance(ALMOST);
        ScriptedConnector third = new ScriptedConnector(loop);
        panel.plug("one", 3, third);
        loop.advance(BIT);
        assertThat(third.calls()).isEqualTo(1);
        assertThat(second.calls()).isZero();
    }

    @Test
    void eachConnectHasThatMuchTime() throws IOException {
        CompletableFuture<Response> future = send();
        swap();
        loop.advance(WAIT);
        ScriptedConnector third = new ScriptedConnector(loop);
        panel.plug("one", 3, third);
        loop.advance(ALMOST);
        second.call(0).connect();
        second.call(0).answer(HELLO);
        assertThat(future.join().text()).isEqualTo("hello");
    }

    @Test
    void theLimitOnConnectingHoldsOverAllOfThem() {
        client.close();
        Duration limit = Duration.ofSeconds(3);
        client =
                client(ClientOptions.defaults().withTimeouts(Timeouts.defaults().withConnect(limit)));
        CompletableFuture<Response> future = send();
        swap();
        loop.advance(limit.minusMillis(1));
        assertThat(second.calls()).isEqualTo(1);
        assertThat(future).isNotDone();
        loop.advance(BIT);
        HttpFailure failure = ClientRule.failure(future);
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure)
                .hasMessage("Expected a connection to a.test within 3 s, got none")
                .hasCauseInstanceOf(TimeoutException.class);
        assertThat(second.call(0).cancelled()).isTrue();
    }

    @Test
    void soDoesTheDeadline() {
        CompletableFuture<Response> future =
                client.send(REQUEST.withTimeouts(Timeouts.defaults().withDeadline(Duration.ofSeconds(3))));
        loop.run();
        swap();
        loop.advance(Duration.ofSeconds(3));
        assertThat(second.calls()).isEqualTo(1);
        assertThat(ClientRule.failure(future)).hasMessageContaining("within the deadline of 3 s");
    }

    @Test
    void withoutPatienceItIsCalledOffAtOnce() {
        client.close();
        client = client(ClientOptions.defaults().withPlugWait(Duration.ZERO));
        send();
        swap();
        assertThat(first.call(0).cancelled()).isTrue();
        assertThat(second.calls()).isEqualTo(1);
    }

    @Test
    void whereNothingIsPluggedInAnyMoreItWaitsForThatInstead() {
        CompletableFuture<Response> future = send();
        plugged.close();
        loop.advance(WAIT);
        assertThat(client.readings()).isEqualTo(new Readings(1, 0, 0, 0));
        loop.advance(ALMOST);
        assertThat(future).isNotDone();
        loop.advance(BIT);
        assertThat(ClientRule.failure(future)).hasCauseInstanceOf(UnpluggedException.class);
    }

    @Test
    void aCallThatIsCancelledLeavesNothing() {
        CompletableFuture<Response> future = send();
        swap();
        future.cancel(true);
        loop.advance(WAIT);
        assertThat(second.calls()).isZero();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
    }

    private HttpClient client(ClientOptions options) {
        return HttpClient.create(options, new ManualLoops(loop), panel);
    }

    private CompletableFuture<Response> send() {
        CompletableFuture<Response> future = client.send(REQUEST);
        loop.run();
        assertThat(first.calls()).isEqualTo(1);
        return future;
    }

    private Guard swap() {
        Guard swapped = panel.plug("one", 2, second);
        loop.run();
        return swapped;
    }
}
