package dev.jackfield.testkit;

import dev.jackfield.address.HostPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A peer that never answers: a connect to it neither succeeds nor fails. It listens on the loopback interface with a
 * queue that is full, so the operating system drops every further connect.
 *
 * <p><i>Thread-safe.</i>
 */
public final class BlackHole implements Peer {
    private static final int PATIENCE_MILLIS = 300;
    private static final int MOST = 256;

    private final ServerSocket server;
    private final List<Socket> queued = new ArrayList<>();

    private BlackHole(ServerSocket server) {
        this.server = server;
    }

    /**
     * Digs a hole.
     *
     * @return a peer to which no connection comes about
     * @throws IOException if the queue cannot be filled
     */
    public static BlackHole open() throws IOException {
        BlackHole hole = new BlackHole(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
        try {
            hole.fill();
        } catch (IOException e) {
            hole.close();
            throw e;
        }
        return hole;
    }

    @Override
    public HostPort address() {
        return HostPort.of("127.0.0.1", server.getLocalPort());
    }

    /**
     * Always fails.
     *
     * @throws IOException always
     */
    @Override
    public Line accept() throws IOException {
        throw new IOException("Nothing ever comes out of a black hole");
    }

    /**
     * Is one no longer: empties the queue, so that the operating system answers, the next time that it asks, what still
     * hangs. On Linux that is a second after the connect.
     *
     * @throws IOException if the queue cannot be emptied
     */
    public void release() throws IOException {
        // The last one never came into the queue.
        for (int i = queued.size() - 1; i > 0; i--) {
            server.accept().close();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : queued) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() throws IOException {
        for (int i = 0; i < MOST; i++) {
            Socket socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), PATIENCE_MILLIS);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IOException("Expected a full queue to leave connects hanging, but " + MOST + " succeeded");
    }
}
