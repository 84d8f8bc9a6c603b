package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One attempt to connect, as the connector sees it: who asks, and what they want to have a say in.
 *
 * <p>{@link Dial} is the caller's end of it.
 *
 * <p><i>Loop-confined</i> to {@link #loop()}.
 */
@ProviderType
public interface Attempt {

    /**
     * Where this attempt lives: the connector is called here, and completes here.
     *
     * @return always the same loop
     */
    Loop loop();

    /**
     * The caller's last word on a socket that is about to be connected: binding, options (the seed's {@code
     * $prepare_cb}). Asked for every socket, so once for each address, unless an address takes more than one socket.
     *
     * <p>Which options there are, {@link NetworkChannel#supportedOptions()} tells: those of {@link
     * java.net.StandardSocketOptions} and of {@code jdk.net.ExtendedSocketOptions}. The seed's {@code tcp_congestion}
     * has no counterpart, because the JDK has no option for the congestion control algorithm; the system's default
     * holds (on Linux, {@code sysctl net.ipv4.tcp_congestion_control}, or a route's {@code congctl}).
     *
     * @param socket open, in non-blocking mode, not connected
     * @return how long connecting this socket may take; zero means until the operating system gives up
     * @throws IOException if the socket cannot be prepared; the connector goes on to the next address
     */
    Duration prepare(NetworkChannel socket) throws IOException;

    /**
     * How long each step after connecting may take: the handshake of one layer. A {@link Route} keeps watch over it; a
     * layer may have shorter limits of its own.
     *
     * @return zero for no limit
     */
    Duration limit();

    /**
     * What will be spoken over the finished wire, for those who can tell the other side (TLS does by ALPN, RFC 7301).
     *
     * @return names of the registry of application-layer protocols, the dearest first; may be empty
     */
    List<String> protocols();

    /**
     * With whom this attempt may share. What a connector or a layer remembers of earlier connections, so that the other
     * side could tell the two belong together, it may use again only for attempts whose affinity is equal. A {@link Route}
     * adds for each of its links which one it is, and the links before it.
     *
     * @return who is told to share with nobody in particular may share with all others of that kind
     */
    default Affinity affinity() {
        return Affinity.none();
    }

    /**
     * Told by a {@link Route} before each of its links begins.
     *
     * @param hop which link, and whom it shall reach
     */
    void entering(Hop hop);

    /**
     * Told by {@link Dial#within(Attempt, Link, HostPort, Plug)} before a link leaves the work to another plug.
     *
     * @param hop which link, whom it shall reach, and by whom
     */
    void leaving(Hop hop);

    /**
     * Which attempts this one is within.
     *
     * @return for each of them that was told so, the link that leaves the work to another plug, the outermost first
     */
    List<Hop> trail();

    /**
     * How many attempts this one is within.
     *
     * @return 0 for that of the caller, up to {@value Dial#MAX_DEPTH}
     */
    int depth();

    /**
     * The caller's last word on a finished wire (the seed's {@code $retry} argument, the other way round).
     *
     * @param wire connected
     * @return false if the connector shall close it and try the next address
     */
    boolean accepts(Wire wire);

    /**
     * Registers what to do when the caller changes their mind. Runs at once if they already have.
     *
     * @param undo runs at most once, on the loop; must do nothing once the attempt has completed
     */
    void whenCancelled(Runnable undo);

    /**
     * Tells whether the caller has changed their mind.
     *
     * @return true once cancelled
     */
    boolean cancelled();
}
