package dev.jackfield.connector.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Wire;
import dev.jackfield.resolver.Target;
import dev.jackfield.testkit.LoopbackPeer;
import dev.jackfield.testkit.Peer;
import dev.jackfield.testkit.UnixPeer;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixSocketTest extends Connects {
    /** Never asked: a path is no name. */
    private final PlainConnector connector = PlainConnector.over(query -> {
        throw new AssertionError("asked for " + query);
    });

    @Test
    void leadsToThePath() throws Exception {
        try (UnixPeer peer = UnixPeer.open()) {
            Wire wire = get(connect(connector, peer.address()));
            assertThat(wire.peer())
                    .isEqualTo(UnixDomainSocketAddress.of(peer.address().service()));
            assertThat(tried(wire))
                    .extracting(Ledger.Tried::toString)
                    .containsExactly("unix/:" + peer.address().service() + ": connected");
            try (Peer.Line line = peer.accept()) {
                onLoop(() -> wire.write(new ByteBuffer[] {ByteBuffer.wrap(new byte[] {7})}, 0, 1));
                assertThat(line.read(9)).containsExactly(7);
            }
            close(wire);
        }
    }

    @Test
    void racesWithOtherAddressesIfAResolverKnowsBoth() throws Exception {
        try (LoopbackPeer peer = LoopbackPeer.open()) {
            Target path = new Target(new UnixAddress("/nowhere/at/all"), 0);
            Target host = new Target(
                    peer.address().literal().orElseThrow(), peer.address().port());
            Wire wire = get(connect(PlainConnector.over(Scripted.to(path, host)), HostPort.of("both.test", 80)));
            assertThat(tried(wire))
                    .extracting(Ledger.Tried::toString)
                    .containsExactly("unix/:/nowhere/at/all: No such file or directory", host + ": connected");
            close(wire);
        }
    }

    @Test
    void saysWhatIsWrongWithAPath(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(reason(directory.resolve("nothing").toString())).isEqualTo("No such file or directory");
        assertThat(reason(file.toString())).isEqualTo("Connection refused: expected a socket, got a regular file");
        assertThat(reason(directory.toString())).isEqualTo("Connection refused: expected a socket, got a directory");
        assertThat(reason(file + "/below")).isEqualTo("Not a directory");
        ConnectFailure stale = failure(connect(connector, UnixPeer.refusing()));
        assertThat(stale).hasMessageEndingWith(": Connection refused").hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void takesPathsAsLongAsTheyMayBeButNoLonger() throws Exception {
        assertThat(reason("/" + "x".repeat(105))).isEqualTo("No such file or directory");
        assertThat(reason("/" + "x".repeat(106)))
                .isEqualTo("Expected the path of a UNIX domain socket to have at most 106 octets, got 107");
        assertThat(sockets).as("The second one never came as far as a socket").hasSize(1);
    }

    @Test
    void waitsForRoomInAFullQueue() throws Exception {
        try (UnixPeer peer = UnixPeer.full()) {
            CompletableFuture<Wire> stage = connect(connector, peer.address());
            until(() -> sockets.size() > 1);
            assertThat(stage).isNotDone();
            peer.accept().close();
            Wire wire = get(stage);
            assertThat(tried(wire)).hasSize(1);
            close(wire);
        }
    }

    @Test
    void doesNotWaitLongerThanTheCallerWants() throws Exception {
        try (UnixPeer peer = UnixPeer.full()) {
            ConnectFailure failure = failure(connect(connector, peer.address(), dial(Duration.ofMillis(120))));
            assertThat(failure.getCause())
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("no room in its queue within 120 ms");
            assertThat(failure.tried()).hasSize(1);
            assertThat(failure.tried().get(0).nanos()).isGreaterThanOrEqualTo(120_000_000L);
        }
    }

    private String reason(String path) throws Exception {
        ConnectFailure failure = failure(connect(connector, HostPort.unix(path)));
        assertThat(failure.tried()).hasSize(1);
        return failure.tried().get(0).reason();
    }
}
