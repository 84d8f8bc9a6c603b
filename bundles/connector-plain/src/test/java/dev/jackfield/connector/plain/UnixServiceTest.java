package dev.jackfield.connector.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.Peer;
import dev.jackfield.testkit.UnixPeer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is plugged in as {@code unix}, and what may stand in its brackets. */
class UnixServiceTest extends Connects {
    private static final HostPort ORIGIN = HostPort.of("origin.test", 443);

    private final Panel panel = Panel.open();

    @Test
    void leadsRoutesToThePathInBrackets() throws Exception {
        try (UnixPeer peer = UnixPeer.open()) {
            CompletableFuture<HostPort> asked = new CompletableFuture<>();
            Layer proxy = (below, target, attempt) -> {
                asked.complete(target);
                CompletableFuture<Wire> done = new CompletableFuture<>();
                attempt.loop().execute(() -> done.complete(below));
                return done;
            };
            panel.plug("proxy", 0, proxy);
            Wire wire = get(connect("unix(" + peer.address().service() + ") > proxy"));
            try (Peer.Line line = peer.accept()) {
                onLoop(() -> wire.write(new ByteBuffer[] {ByteBuffer.wrap(new byte[] {7})}, 0, 1));
                assertThat(line.read(9)).containsExactly(7);
            }
            assertThat(asked).isCompletedWithValue(ORIGIN);
            close(wire);
        }
    }

    @Test
    void isALinkByItself() throws Exception {
        try (UnixPeer peer = UnixPeer.open()) {
            close(get(connect("unix(" + peer.address().service() + ")")));
        }
    }

    @Test
    void saysWhatIsWrongWithThePath() throws Exception {
        IOException failure = failed("unix(/nowhere/at/all) > none");
        assertThat(failure).hasMessageContaining("Expected a layer named \"none\"");
        panel.plug("none", 0, (Layer) (below, target, attempt) -> CompletableFuture.completedFuture(below));
        assertThat(failed("unix(/nowhere/at/all) > none"))
                .isInstanceOf(HopFailure.class)
                .hasMessageStartingWith("hop 1 of 2, unix(/nowhere/at/all) to unix/:/nowhere/at/all: ")
                .hasMessageEndingWith("No such file or directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "unix(proxy.sock)", "unix(127.0.0.1:80)", "unix(user:***@127.0.0.1:80)"})
    void takesNothingButAPath(String link) throws Exception {
        Connector unix = panel.connector("unix").orElseThrow().plugged();
        assertThatThrownBy(() -> unix.configured(Link.parse(link.replace("***", "secret"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a path in brackets, as in unix(/run/proxy.sock), got " + link);
    }

    @Test
    void takesNobodysName() throws Exception {
        assertThat(failed("unix(user:secret@/run/proxy.sock)"))
                .hasMessageEndingWith("takes no credentials and no options, got unix(user:***@/run/proxy.sock)");
    }

    /** As one who has not got it from a route may ask. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:80", "localhost:80", "origin.test:https"})
    void connectsToNothingElse(String target) throws Exception {
        Connector unix = panel.connector("unix").orElseThrow().plugged();
        ConnectFailure failure = failure(connect(unix, HostPort.parse(target), dial()));
        assertThat(failure)
                .hasMessageEndingWith(
                        "Expected a path in brackets, as in unix(/run/proxy.sock), got " + HostPort.parse(target));
        assertThat(sockets).isEmpty();
    }

    private CompletableFuture<Wire> connect(String route) {
        return connect(panel.connector(Route.parse(route)), ORIGIN, dial());
    }

    private IOException failed(String route) throws Exception {
        try {
            throw new AssertionError("Expected a failure, got " + connect(route).get(10, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return (IOException) e.getCause();
        }
    }
}
