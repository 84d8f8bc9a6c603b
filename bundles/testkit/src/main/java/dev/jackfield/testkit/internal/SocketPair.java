package dev.jackfield.testkit.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loops;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Two ends of a connection over the loopback interface, on a real loop that is theirs alone. */
public final class SocketPair implements AutoCloseable {
    /** Small, so that the operating system cuts what is written into pieces of its own. */
    private static final int BUFFER = 4096;

    private final Loops loops = Loops.create(1);
    private final Turns turns = new Turns(loop());
    private final Wire near;
    private final Wire far;

    /** Connects. */
    public SocketPair() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 1);
            SocketChannel connecting = SocketChannel.open();
            prepare(connecting).connect(server.getLocalAddress());
            near = wire(connecting);
            far = wire(prepare(server.accept()));
        }
    }

    /** Where both ends live. */
    public ChannelLoop loop() {
        return loops.all().get(0);
    }

    /** For the layer. */
    public Wire near() {
        return near;
    }

    /** For whoever plays the other end. */
    public Wire far() {
        return far;
    }

    /** Fails if the loop still holds on to something a while after both ends were closed. */
    public void assertNothingIsLeft() throws Exception {
        turns.until("nothing is left on the loop", () -> loops.load().equals(Load.ZERO));
    }

    @Override
    public void close() {
        loops.close();
    }

    private Wire wire(SocketChannel channel) throws Exception {
        return turns.call(() -> new SocketWire(loop(), channel));
    }

    private static SocketChannel prepare(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel;
    }
}
