package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.internal.server.Acceptor;
import dev.jackfield.connector.plain.internal.server.Listening;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Accepts connections, by TCP or over a UNIX domain socket (the seed's {@code tcp_server}).
 *
 * <pre>{@code
 * Server server = Server.listen(Server.anywhere(8888), loop, wire -> ...);   // bound and listening from here on
 * server.local();                                                            // [::]:8888
 * server.close();
 * }</pre>
 *
 * <p><b>Where.</b> At a literal address in any form {@link HostPort} takes, or at {@code unix/} and a path; names are not
 * looked up, not even {@code localhost}. Port 0 is one that the system chooses; {@link #local()} tells which. {@code
 * 0.0.0.0} takes IPv4 from everywhere. {@code ::} takes IPv6, and IPv4 too where the system can do both with one socket,
 * as Linux, macOS and Windows can: the JDK always asks for that and has no IPV6_V6ONLY. So listen on {@code ::} first,
 * then on {@code 0.0.0.0}, and make nothing of its being in use:
 *
 * <pre>{@code
 * Server six = Server.listen(HostPort.of("::", 8888), loop, accepted);
 * try {
 *     Server four = Server.listen(HostPort.of("0.0.0.0", 8888), loop, accepted);
 * } catch (BindException inUse) {
 *     // six takes IPv4 as well
 * }
 * }</pre>
 *
 * <p><b>TCP.</b> SO_REUSEADDR is set, except on Windows, where it means another thing. Accepted sockets have TCP_NODELAY;
 * {@link Wire#beneath} leads to the socket for other options. The JDK has none for the congestion algorithm. On
 * Linux the port is held from before the preparation until the socket listens; only a program that asks for
 * that very port, and with SO_REUSEADDR, can get in between, and then this one fails. Elsewhere the port is let go of for
 * a moment just before the socket listens.
 *
 * <p><b>UNIX domain sockets.</b> A path may have 106 octets, 102 on macOS, which is what the JDK takes. What exists at the
 * path is only removed if it is a socket that refuses a connection; files, directories, links and servers that are alive
 * (one whose queue is full, too) are left as they are, and the call fails. To find out, the path is connected to once. A
 * socket is made in a private directory next to the path, {@code .} and six characters, and linked to the path once it
 * listens and has its permissions; so no two servers take each other for dead, nothing that comes into being meanwhile is
 * overwritten, and system tools show the path in that directory. For a path of more than 98 octets (94 on macOS), and on
 * systems without POSIX permissions, the socket is made right at the path: then permissions cannot be asked for, and of
 * two servers that start at the same moment one may take the other's path. When the server closes, the path is removed if
 * the file there is still its socket.
 *
 * <p>Whoever takes addresses from strangers should not let them name paths.
 *
 * <p><b>End.</b> Closing stops accepting at once and forgets connections not accepted yet; wires that were handed out
 * live on. The port is free after the loop's next turn. A server whose loop ends is closed. A server that nobody
 * closes accepts for as long as its loop runs, whether or not anything refers to it.
 *
 * <p><i>Thread-safe.</i>
 */
public final class Server implements Guard {
    private final Acceptor acceptor;
    private final HostPort local;

    private Server(Acceptor acceptor, HostPort local) {
        this.acceptor = acceptor;
        this.local = local;
    }

    /**
     * Listens, with the default options.
     *
     * @param at a literal address and a port, 0 for any; or the path of a UNIX domain socket
     * @param loop accepts, and is the loop of all wires
     * @param accepted gets each wire, on the loop, and owns it; if it throws, that wire is closed. {@link Wire#peer()}
     *     tells who it is: for a UNIX domain socket most often an empty path. May be called before this method returns,
     *     if that is not called on the loop
     * @return bound and listening
     * @throws IllegalArgumentException if the host is a name, or the port is not known
     * @throws IOException if it cannot listen there: a {@link java.net.BindException} if the address is in use, not of
     *     this machine, or not allowed. Nothing is left open then
     */
    public static Server listen(HostPort at, ChannelLoop loop, Consumer<Wire> accepted) throws IOException {
        return listen(at, loop, accepted, ServerOptions.defaults());
    }

    /**
     * Listens.
     *
     * @param at as above
     * @param loop as above
     * @param accepted as above
     * @param options limits and habits
     * @return bound and listening
     * @throws IllegalArgumentException as above
     * @throws IOException as above, and what the preparation throws
     */
    public static Server listen(HostPort at, ChannelLoop loop, Consumer<Wire> accepted, ServerOptions options)
            throws IOException {
        return listen(at, loop, List.of(loop), accepted, options);
    }

    /**
     * Listens, and spreads the wires over all loops, one after the other. One loop accepts; a wire is made on the loop it
     * belongs to.
     *
     * @param at as above
     * @param loops share the work
     * @param accepted as above, but called on the loop of the wire, so on several loops at the same time
     * @param options limits and habits
     * @return bound and listening
     * @throws IllegalArgumentException as above
     * @throws IOException as above, and what the preparation throws
     */
    public static Server listen(HostPort at, Loops loops, Consumer<Wire> accepted, ServerOptions options)
            throws IOException {
        return listen(at, loops.of(at), loops.all(), accepted, options);
    }

    private static Server listen(
            HostPort at, ChannelLoop home, List<ChannelLoop> loops, Consumer<Wire> accepted, ServerOptions options)
            throws IOException {
        Objects.requireNonNull(home, "loop");
        Objects.requireNonNull(accepted, "accepted");
        BoundListener listener = bind(at, options);
        Acceptor acceptor = new Acceptor(listener, home, loops, accepted, options);
        acceptor.start();
        return new Server(acceptor, listener.local());
    }

    /**
     * Listens without accepting (the seed's {@code tcp_bind}): for those who want to do that themselves.
     *
     * @param at a literal address and a port, 0 for any; or the path of a UNIX domain socket
     * @param options of which those about accepting have no effect
     * @return bound and listening; to be closed by the caller
     * @throws IllegalArgumentException if the host is a name, or the port is not known
     * @throws IOException if it cannot listen there, as for {@link #listen(HostPort, ChannelLoop, Consumer)}
     */
    public static BoundListener bind(HostPort at, ServerOptions options) throws IOException {
        return Listening.at(at, options);
    }

    /**
     * All addresses of this machine: {@code ::}, or {@code 0.0.0.0} where the JVM has no IPv6.
     *
     * @param port 0 for any
     * @return to be listened at
     * @throws IllegalArgumentException if the port is not one of 0 to 65535
     */
    public static HostPort anywhere(int port) {
        return Listening.anywhere(port);
    }

    /**
     * Where it listens.
     *
     * @return the literal address with the port that is really in use, or the path
     */
    public HostPort local() {
        return local;
    }

    /**
     * Whether it has ended.
     *
     * @return true once it was closed, or its loop has ended
     */
    public boolean closed() {
        return acceptor.closed();
    }

    @Override
    public void close() {
        acceptor.close();
    }

    @Override
    public String toString() {
        return "server at " + local;
    }
}
