package dev.jackfield.connector.plain.internal.server;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.connector.plain.ServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Listening by TCP.
 *
 * <p>The JDK binds and listens in one step, but whoever prepares wants to know the port and must not be connected to yet.
 * So a socket of the other kind, which never listens, holds the port meanwhile.
 */
final class IpListening {
    private static final String SYSTEM = System.getProperty("os.name");

    /** Elsewhere two sockets cannot be bound to one port, be it only because one of them would have to listen first. */
    private static final boolean HELD_WHILE_BINDING = SYSTEM.equals("Linux");

    /** On Windows it lets anybody take the port of a server that is running. */
    private static final boolean REUSE = !SYSTEM.startsWith("Windows");

    private IpListening() {}

    static Listening at(IpAddress address, HostPort at, ServerOptions options) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(address.family());
        try {
            if (REUSE) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            }
            HostPort local = listen(channel, address, at.port(), options);
            channel.configureBlocking(false);
            return new Listening(channel, local, () -> {});
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static HostPort listen(ServerSocketChannel channel, IpAddress address, int wanted, ServerOptions options)
            throws IOException {
        SocketChannel holder = SocketChannel.open(address.family());
        try {
            if (REUSE) {
                holder.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            }
            holder.bind(new InetSocketAddress(address.toInetAddress(), wanted));
            int port = ((InetSocketAddress) holder.getLocalAddress()).getPort();
            HostPort local = HostPort.of(address.toString(), port);
            int backlog = Listening.backlog(options, channel, local);
            if (!HELD_WHILE_BINDING) {
                holder.close();
            }
            channel.bind(new InetSocketAddress(address.toInetAddress(), port), backlog);
            return local;
        } finally {
            holder.close();
        }
    }
}
