package dev.jackfield.resolver.internal.stub;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.Channel;

/** What lines to servers have in common. */
final class Lines {
    private static final Logger LOG = System.getLogger("dev.jackfield.resolver");

    private Lines() {}

    static ProtocolFamily family(InetSocketAddress server) {
        return server.getAddress() instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    /** The address of no interface in particular, of the family of a server. */
    static InetAddress any(InetSocketAddress server) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[server.getAddress() instanceof Inet4Address ? 4 : 16]);
    }

    static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Closing a line to a name server failed", e);
        }
    }
}
