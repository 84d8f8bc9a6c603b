package dev.jackfield.connector.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.Chunks;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** TLS over TLS over TLS, five deep. */
class DepthTest {
    private static final int DEPTH = 5;
    private static final int MOST_TURNS = 100_000;
    private static final HostPort TARGET = HostPort.of("origin.example", 443);
    private static final Layer TLS = Tls.of(TestKeys.profile());

    private final ManualLoop loop = new ManualLoop();
    private PipeWire.Pair pair = PipeWire.pair(loop);
    private Wire client;
    private Wire server;

    private void connect() {
        CompletableFuture<Wire> near = client(pair.near());
        CompletableFuture<Wire> far = server(pair.far());
        loop.settle();
        client = near.join();
        server = far.join();
    }

    private CompletableFuture<Wire> client(Wire wire) {
        CompletionStage<Wire> stage = CompletableFuture.completedStage(wire);
        for (int depth = 0; depth < DEPTH; depth++) {
            stage = stage.thenCompose(below -> TLS.over(below, TARGET, Dial.on(loop)));
        }
        return stage.toCompletableFuture();
    }

    private CompletableFuture<Wire> server(Wire wire) {
        CompletionStage<Wire> stage = CompletableFuture.completedStage(wire);
        for (int depth = 0; depth < DEPTH; depth++) {
            stage = stage.thenCompose(TlsPeer::over);
        }
        return stage.toCompletableFuture();
    }

    private void carry(Wire from, Wire to, int length) throws Exception {
        ByteBuffer[] source = {ByteBuffer.allocate(length)};
        for (int i = 0; i < length; i++) {
            source[0].put(i, (byte) (i % 251));
        }
        ByteBuffer got = ByteBuffer.allocate(length);
        for (int turns = 0; got.hasRemaining() && turns < MOST_TURNS; turns++) {
            from.write(source, 0, 1);
            loop.settle();
            to.read(got);
            loop.settle();
        }
        assertThat(got.flip()).isEqualTo(source[0].rewind());
    }

    @Test
    void carriesALotBothWays() throws Exception {
        connect();
        assertThat(client.toString().split("TLS over ", -1)).hasSize(DEPTH + 1);
        carry(client, server, 500_000);
        carry(server, client, 500_000);
    }

    @Test
    void carriesInAnyPieces() throws Exception {
        pair = PipeWire.pair(loop, Chunks.of(1), Chunks.of(3), 5);
        connect();
        carry(client, server, 100);
        carry(server, client, 100);
    }

    @Test
    void anEndIsPassedOnAndReadingGoesOn() throws Exception {
        connect();
        client.shutdownOutput();
        loop.settle();
        assertThat(server.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        carry(server, client, 1000);
    }

    @Test
    void closingClosesAllOfThem() throws Exception {
        connect();
        client.close();
        loop.settle();
        assertThat(pair.near().isOpen()).isFalse();
        assertThat(server.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }

    @Test
    void truncationShowsThrough() throws Exception {
        connect();
        pair.far().close();
        loop.settle();
        assertThatThrownBy(() -> client.read(ByteBuffer.allocate(1))).isInstanceOf(EOFException.class);
    }
}
