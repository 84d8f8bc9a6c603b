package dev.jackfield.shell.internal.demo;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A small keep-alive HTTP/1.1 server on an ephemeral loopback port. It answers GET, HEAD and
 * POST with a few octets, and counts: what a client believes to have got can be compared with what was given.
 *
 * <p><i>Thread-safe.</i>
 */
public final class OriginServer implements AutoCloseable {
    /** What it answers with. */
    public static final String BODY = "Hello from the other side of the jackfield.\n";

    private static final int BACKLOG = 1024;

    private final ChannelLoop loop;
    private final ServerSocketChannel channel;
    private final Consumer<String> heard;
    private final AtomicLong answered = new AtomicLong();
    private final Set<OriginConnection> connections = new HashSet<>();
    private Watch watch;

    private OriginServer(ChannelLoop loop, ServerSocketChannel channel, Consumer<String> heard) {
        this.loop = loop;
        this.channel = channel;
        this.heard = heard;
    }

    /**
     * Opens a server; call it from outside of the loop.
     *
     * @param loop where it runs
     * @return the server, already listening
     * @throws IOException if there is no port to listen on
     */
    public static OriginServer open(ChannelLoop loop) throws IOException {
        return open(loop, target -> {});
    }

    /**
     * Opens a server; call it from outside of the loop.
     *
     * @param loop where it runs
     * @param heard gets the target of each request before it is answered, on the loop
     * @return the server, already listening
     * @throws IOException if there is no port to listen on
     */
    static OriginServer open(ChannelLoop loop, Consumer<String> heard) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
            channel.configureBlocking(false);
            OriginServer server = new OriginServer(loop, channel, heard);
            CompletableFuture.runAsync(server::start, loop).join();
            return server;
        } catch (IOException | CompletionException e) {
            channel.close();
            throw new IOException("Cannot open a server on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    /**
     * Where to find it.
     *
     * @return an http URL
     */
    public String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    /**
     * How many requests it has answered. An answer counts before its first octet leaves, so whoever has got it finds it
     * counted.
     *
     * @return from 0
     */
    public long answered() {
        return answered.get();
    }

    /** Closes the port and all connections. Does not wait. */
    @Override
    public void close() {
        loop.execute(() -> {
            watch.close();
            Set.copyOf(connections).forEach(OriginConnection::close);
            close(channel);
        });
    }

    private void start() {
        try {
            watch = loop.watch(channel, SelectionKey.OP_ACCEPT, ready -> accept());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            for (SocketChannel peer = channel.accept(); peer != null; peer = channel.accept()) {
                peer.configureBlocking(false);
                peer.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
                connections.add(new OriginConnection(loop, peer, this::hear, connections::remove));
            }
        } catch (IOException e) {
            // The peer of a queued connection may be gone again; the next one is served all the same.
            System.getLogger("dev.jackfield.shell").log(System.Logger.Level.DEBUG, "Cannot accept", e);
        }
    }

    private void hear(String target) {
        answered.incrementAndGet();
        heard.accept(target);
    }

    static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            System.getLogger("dev.jackfield.shell").log(System.Logger.Level.DEBUG, "Cannot close", e);
        }
    }
}
