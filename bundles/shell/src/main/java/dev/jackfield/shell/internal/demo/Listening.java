package dev.jackfield.shell.internal.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server on a loopback port with a thread for each connection: what the demo has few of. <i>Thread-safe.</i> */
final class Listening implements AutoCloseable {
    private static final int BACKLOG = 1024;

    /** Serves one connection until its end; what it throws is the end. */
    @FunctionalInterface
    interface Service {
        void serve(Socket connection) throws IOException;
    }

    private final ServerSocket server;
    private final String name;
    private final Service service;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Listens from now on. */
    Listening(ServerSocket unbound, String name, Service service) throws IOException {
        this.server = unbound;
        this.name = name;
        this.service = service;
        server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** In a thread of its own, which ends with what it does. */
    void start(Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        OriginServer.close(server);
        open.forEach(OriginServer::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                open.add(connection);
                start(() -> serve(connection));
            } catch (IOException e) {
                // Closed, or the peer of a queued connection has gone again.
                System.getLogger("dev.jackfield.shell").log(System.Logger.Level.DEBUG, "Cannot accept", e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            // One that came while the server was closed.
            if (!server.isClosed()) {
                connection.setTcpNoDelay(true);
                service.serve(connection);
            }
        } catch (IOException e) {
            // The peer hung up; there is nobody left to tell.
            System.getLogger("dev.jackfield.shell").log(System.Logger.Level.DEBUG, "Ended", e);
        } finally {
            open.remove(connection);
        }
    }
}
