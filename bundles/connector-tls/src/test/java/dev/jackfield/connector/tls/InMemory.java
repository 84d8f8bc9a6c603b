package dev.jackfield.connector.tls;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLEngine;

/** A client and a server, connected in memory, on one loop. */
public final class InMemory {
    public final Wire client;
    public final Wire server;
    public final SSLEngine engine;
    private final ManualLoop loop;

    private InMemory(Wire client, Wire server, SSLEngine engine, ManualLoop loop) {
        this.client = client;
        this.server = server;
        this.engine = engine;
        this.loop = loop;
    }

    public static InMemory connect(Layer layer) {
        return connect(layer, engine -> {});
    }

    public static InMemory connect(Layer layer, Consumer<SSLEngine> prepare) {
        return connect(layer, "origin.example", List.of(), () -> TlsPeer.engine(prepare));
    }

    public static InMemory connect(Layer layer, String host, List<String> protocols, Supplier<SSLEngine> peer) {
        return connect(layer, host, dial -> dial.speaking(protocols), peer);
    }

    public static InMemory connect(Layer layer, String host, UnaryOperator<Dial> wishes, Supplier<SSLEngine> peer) {
        ManualLoop loop = new ManualLoop();
        PipeWire.Pair pair = PipeWire.pair(loop);
        SSLEngine engine = peer.get();
        CompletableFuture<Wire> server = TlsPeer.with(pair.far(), engine).toCompletableFuture();
        CompletableFuture<Wire> client = layer.over(pair.near(), HostPort.of(host, 443), wishes.apply(Dial.on(loop)))
                .toCompletableFuture();
        loop.settle();
        return new InMemory(client.join(), server.join(), engine, loop);
    }

    /** A byte in each direction, so that tickets arrive. */
    public InMemory greet() throws Exception {
        carry(client, server);
        carry(server, client);
        return this;
    }

    public Negotiated negotiated() {
        return client.beneath(Negotiated.class).orElseThrow();
    }

    public boolean resumed() {
        return negotiated().resumed();
    }

    public InMemory close() {
        client.close();
        server.close();
        loop.settle();
        return this;
    }

    /** So many bytes, written and read as fast as both can. */
    public boolean carries(Wire from, Wire to, int length) throws Exception {
        ByteBuffer[] source = {ByteBuffer.allocate(length)};
        for (int i = 0; i < length; i++) {
            source[0].put(i, (byte) (i % 251));
        }
        ByteBuffer got = ByteBuffer.allocate(length);
        for (int turns = 0; got.hasRemaining() && turns < length; turns++) {
            from.write(source, 0, 1);
            loop.settle();
            to.read(got);
            loop.settle();
        }
        return got.flip().equals(source[0].rewind());
    }

    private void carry(Wire from, Wire to) throws Exception {
        from.write(new ByteBuffer[] {ByteBuffer.wrap(new byte[] {1})}, 0, 1);
        loop.settle();
        ByteBuffer one = ByteBuffer.allocate(1);
        for (int tries = 0; tries < 10 && to.read(one) == 0; tries++) {
            loop.settle();
        }
        if (one.hasRemaining()) {
            throw new AssertionError("Expected a byte, got none");
        }
    }
}
