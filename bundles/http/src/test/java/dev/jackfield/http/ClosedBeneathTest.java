package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Panel;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wires that somebody else closes, as a bundle does that is stopped: nobody waits for the inactivity limit then. */
class ClosedBeneathTest {
    private static final String TOLD = "The wire was closed by somebody else beneath the exchange";

    private final ManualLoop loop = new ManualLoop();
    private final Panel panel = Panel.open();
    private final ScriptedConnector connector = new ScriptedConnector(loop);
    private final HttpClient client = HttpClient.create(ClientOptions.defaults(), new ManualLoops(loop), panel);

    ClosedBeneathTest() {
        panel.plug("one", 0, connector);
    }

    @AfterEach
    void leavesNothing() {
        client.close();
        loop.settle();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void theExchangeFailsAtOnce() {
        CompletableFuture<Response> future = send();
        connector.call(0).connect();
        connector.call(0).closeBeneath();
        HttpFailure failure = ClientRule.failure(future);
        assertThat(failure).hasMessage(TOLD).hasCauseInstanceOf(ClosedChannelException.class);
        assertThat(failure.phase()).isEqualTo(Phase.HEAD);
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
    }

    @Test
    void soItDoesOverAWireThatComesClosed() {
        CompletableFuture<Response> future = send();
        connector.call(0).closeBeneath();
        connector.call(0).connect();
        assertThat(ClientRule.failure(future)).hasMessage(TOLD);
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
    }

    @Test
    void anIdleConnectionIsNotKept() throws Exception {
        CompletableFuture<Response> future = send();
        connector.call(0).connect();
        connector.call(0).answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        assertThat(future.join().status()).isEqualTo(200);
        assertThat(client.readings()).isEqualTo(new Readings(0, 0, 1, 1));
        connector.call(0).closeBeneath();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
    }

    private CompletableFuture<Response> send() {
        CompletableFuture<Response> future =
                client.send(Request.get("http://a.test/").withRoute("one"));
        loop.run();
        return future;
    }
}
