package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a request wants of its connection, and what it says about that. */
class KeepingTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final List<String> heads = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults()
            .withMaxPerHost(2)
            .withTimeout(Duration.ofSeconds(5))
            .withIdle(Duration.ofSeconds(30)));

    @Test
    void saysAllAboutTheConnectionInOneField() throws Exception {
        try (RawServer server = server()) {
            Request request = Request.get(server.url());
            assertThat(connection(request)).isEmpty();
            assertThat(connection(request.withKeepAlive(true))).isEqualTo("keep-alive");
            assertThat(connection(request.withPersistent(false))).isEqualTo("close");
            assertThat(connection(request.withPersistent(false).withKeepAlive(true)))
                    .isEqualTo("close");
            assertThat(connection(request.withHeader("te", "trailers"))).isEqualTo("TE");
            assertThat(connection(request.withHeader("Upgrade", "x").withHeader("TE", "trailers")))
                    .isEqualTo("TE, Upgrade");
            assertThat(connection(request.withKeepAlive(true).withHeader("TE", "trailers")))
                    .isEqualTo("keep-alive, TE");
            assertThat(connection(request.withHeader("TE", "trailers").withoutHeader("TE")))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotPersistentTakesNoKeptConnectionAndLeavesNone() throws Exception {
        try (RawServer server = server()) {
            Request request = Request.get(server.url());
            send(request);
            send(request.withPersistent(false));
            assertThat(server.connections()).isEqualTo(2);
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 1, 1));
            send(request);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void whatIsNotPersistentHasIdleConnectionsMakeRoom() throws Exception {
        try (RawServer server = server()) {
            Request request = Request.get(server.url());
            send(request.withSession("a"));
            send(request.withSession("b"));
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 2, 2));
            send(request.withPersistent(false));
            assertThat(server.connections()).isEqualTo(3);
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 1, 1));
        }
    }

    @Test
    void sessionsShareNoConnections() throws Exception {
        try (RawServer server = server()) {
            Request request = Request.get(server.url());
            for (int i = 0; i < 2; i++) {
                send(request);
                send(request.withSession("a"));
                send(request.withSession(new String("a")));
            }
            assertThat(server.connections()).isEqualTo(2);
            // Both places are taken: the connection that was used least recently makes room.
            send(request.withSession("b"));
            assertThat(server.connections()).isEqualTo(3);
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 2, 2));
            send(request.withSession("a"));
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void preparesEachSocketAndKeepsItForWhoBringsTheSameObject() throws Exception {
        List<NetworkChannel> prepared = new CopyOnWriteArrayList<>();
        Function<NetworkChannel, Duration> preparation = socket -> {
            prepared.add(socket);
            return Duration.ZERO;
        };
        try (RawServer server = server()) {
            Request request = Request.get(server.url());
            send(request.withPreparation(preparation));
            send(request.withPreparation(preparation));
            send(request);
            assertThat(prepared).hasSize(1);
            assertThat(prepared.get(0).supportedOptions()).contains(StandardSocketOptions.SO_RCVBUF);
            send(request.withPreparation(preparation::apply));
            assertThat(prepared).hasSize(2);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aPreparationThatFailsEndsItsCall() throws Exception {
        try (RawServer server = server()) {
            Request request = Request.get(server.url());
            for (Function<NetworkChannel, Duration> failing : List.<Function<NetworkChannel, Duration>>of(
                    socket -> {
                        throw new IllegalStateException("not this one");
                    },
                    socket -> null,
                    socket -> Duration.ofSeconds(-1))) {
                HttpFailure failure = ClientRule.failure(rule.client().send(request.withPreparation(failing)));
                assertThat(failure.code()).isEqualTo(595);
                assertThat(failure).hasStackTraceContaining("The preparation failed: ");
            }
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void anHttp10ServerIsTakenAtItsWord() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\r\nhello")) {
            Request request = Request.get(server.url()).withKeepAlive(true);
            send(request);
            send(request);
            assertThat(server.connections()).isOne();
        }
    }

    private String connection(Request request) throws Exception {
        send(request);
        String head = heads.get(heads.size() - 1);
        int at = head.indexOf("\r\nConnection: ");
        assertThat(head.lastIndexOf("\r\nConnection: ")).isEqualTo(at);
        return at < 0 ? "" : head.substring(at + 14, head.indexOf('\r', at + 2));
    }

    private RawServer server() throws Exception {
        return new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                heads.add(head);
                peer.send(HELLO);
            }
        });
    }

    private Response send(Request request) throws Exception {
        return rule.client().send(request).get(5, TimeUnit.SECONDS);
    }
}
