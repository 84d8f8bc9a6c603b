package dev.jackfield.testkit;

import dev.jackfield.address.HostPort;
import dev.jackfield.testkit.internal.ChannelLine;
import dev.jackfield.testkit.internal.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A peer on a UNIX domain socket, in a directory of its own. <i>Thread-safe.</i> */
public final class UnixPeer implements Peer {
    private static final int MOST = 256;

    private final Path directory;
    private final UnixDomainSocketAddress address;
    private final ServerSocketChannel server;
    private final List<SocketChannel> queued = new ArrayList<>();

    private UnixPeer(int backlog) throws IOException {
        directory = Files.createTempDirectory("peer");
        address = UnixDomainSocketAddress.of(directory.resolve("socket"));
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.configureBlocking(false);
        server.bind(address, backlog);
    }

    /**
     * Listens.
     *
     * @return the peer
     * @throws IOException if there is no place for a socket
     */
    public static UnixPeer open() throws IOException {
        return new UnixPeer(50);
    }

    /**
     * Listens with a queue that is full, so that a connect fails until something is accepted.
     *
     * @return the peer; what it accepts first are connections of its own
     * @throws IOException if the queue cannot be filled
     */
    public static UnixPeer full() throws IOException {
        UnixPeer peer = new UnixPeer(1);
        try {
            peer.fill();
        } catch (IOException e) {
            peer.close();
            throw e;
        }
        return peer;
    }

    /**
     * A path at which nobody listens any more, though there still is a socket.
     *
     * @return where a connect is refused
     * @throws IOException if there is no place for a socket
     */
    public static HostPort refusing() throws IOException {
        UnixPeer peer = open();
        peer.server.close();
        peer.directory.toFile().deleteOnExit();
        peer.address.getPath().toFile().deleteOnExit();
        return peer.address();
    }

    @Override
    public HostPort address() {
        return HostPort.unix(address.getPath().toString());
    }

    @Override
    public Line accept() throws IOException {
        try (Selector selector = Selector.open()) {
            server.register(selector, SelectionKey.OP_ACCEPT);
            selector.select(Patience.limit().toMillis());
            SocketChannel channel = server.accept();
            if (channel == null) {
                throw new IOException("Nobody came within " + Patience.limit());
            }
            channel.configureBlocking(false);
            return new ChannelLine(channel);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (SocketChannel channel : queued) {
                channel.close();
            }
            Files.deleteIfExists(address.getPath());
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() throws IOException {
        for (int i = 0; i < MOST; i++) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            queued.add(channel);
            // In blocking mode, it would wait for room.
            channel.configureBlocking(false);
            try {
                channel.connect(address);
            } catch (SocketException full) {
                return;
            }
        }
        throw new IOException("Expected a full queue to refuse connects, but " + MOST + " succeeded");
    }
}
