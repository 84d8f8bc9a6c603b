package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Those who connect to the servers under test. */
final class Clients {
    private Clients() {}

    static SocketAddress address(HostPort at) {
        return at.unix()
                .<SocketAddress>map(unix -> UnixDomainSocketAddress.of(unix.path()))
                .orElseGet(
                        () -> new InetSocketAddress(at.literal().orElseThrow().toInetAddress(), at.port()));
    }

    static SocketChannel connect(HostPort at) throws IOException {
        return SocketChannel.open(address(at));
    }

    static boolean reaches(HostPort at) {
        try (SocketChannel client = connect(at)) {
            return client.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until the other end has closed. */
    static boolean closed(SocketChannel client) throws IOException {
        return client.read(ByteBuffer.allocate(1)) == -1;
    }
}
