package dev.jackfield.testkit;

import dev.jackfield.address.HostPort;
import dev.jackfield.testkit.internal.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A peer on a free port of the loopback interface. <i>Thread-safe.</i> */
public final class LoopbackPeer implements Peer {
    private static final int TRIES = 20;

    private final ServerSocket server;
    private final HostPort address;

    private LoopbackPeer(ServerSocket server, String name) {
        this.server = server;
        this.address = HostPort.of(name, server.getLocalPort());
    }

    /**
     * Listens on 127.0.0.1.
     *
     * @return the peer
     * @throws IOException if there is no free port
     */
    public static LoopbackPeer open() throws IOException {
        return open("127.0.0.1");
    }

    /**
     * Listens on a local address.
     *
     * @param address literal, for example {@code ::1}
     * @return the peer
     * @throws IOException if the address is not one of this machine
     */
    public static LoopbackPeer open(String address) throws IOException {
        return open(address, 0, address);
    }

    /**
     * Listens on the same port of several local addresses.
     *
     * @param name of the target that has all of them, for whoever resolves it
     * @param addresses literal, for example {@code 127.0.0.1} and {@code 127.0.0.2}
     * @return a peer for each address, in that order
     * @throws IOException if an address is not one of this machine, or there is no port that is free on all
     */
    public static List<Peer> openAll(String name, String... addresses) throws IOException {
        for (int tried = 1; ; tried++) {
            List<Peer> peers = new ArrayList<>();
            try {
                int port = 0;
                for (String address : addresses) {
                    Peer peer = open(address, port, name);
                    peers.add(peer);
                    port = peer.address().port();
                }
                return peers;
            } catch (BindException taken) {
                peers.forEach(Peer::close);
                if (tried == TRIES) {
                    throw taken;
                }
            }
        }
    }

    private static LoopbackPeer open(String address, int port, String name) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setSoTimeout((int) Patience.limit().toMillis());
            server.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        return new LoopbackPeer(server, name);
    }

    /**
     * A port of 127.0.0.1 on which nobody listens.
     *
     * @return where a connect is refused
     * @throws IOException if there is no free port
     */
    public static HostPort refusing() throws IOException {
        try (LoopbackPeer peer = open()) {
            return peer.address();
        }
    }

    @Override
    public HostPort address() {
        return address;
    }

    @Override
    public Line accept() throws IOException {
        Socket socket = server.accept();
        socket.setSoTimeout((int) Patience.limit().toMillis());
        return new SocketLine(socket);
    }

    @Override
    public void close() {
        closeQuietly(server);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException("Closing a socket failed", e));
        }
    }

    private record SocketLine(Socket socket) implements Line {
        @Override
        public byte[] read(int most) throws IOException {
            byte[] bytes = new byte[most];
            int count = socket.getInputStream().read(bytes);
            return Arrays.copyOf(bytes, Math.max(0, count));
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        @Override
        public void shutdownOutput() throws IOException {
            socket.shutdownOutput();
        }

        @Override
        public boolean reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
            return true;
        }

        @Override
        public void close() {
            closeQuietly(socket);
        }
    }
}
