package dev.jackfield.http;

import dev.jackfield.connector.Ledger;
import dev.jackfield.http.internal.ledger.Told;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What became of a request, step by step: on every {@link Response} and {@link HttpFailure}, and what {@code explain}
 * prints. It keeps nothing alive that a bundle has plugged in, and costs next to nothing until somebody asks.
 *
 * <p><i>Thread-safe</i>, and <i>immutable</i> once the exchange has ended. Before, as on a {@link StreamedResponse} whose
 * body is still coming, it tells what is known by now.
 */
@ProviderType
public interface RequestLedger {
    /** Of what never came to a client. */
    RequestLedger NONE = of(Instant.EPOCH, List.of());

    /**
     * A ledger of one's own, as tests want it.
     *
     * @param begin when the request was given to the client
     * @param steps in order
     * @return the ledger
     */
    static RequestLedger of(Instant begin, List<Step> steps) {
        return new Told(begin, steps);
    }

    /**
     * When the request was given to the client: as far as the system's clock was not set anew meanwhile.
     *
     * @return some microseconds off
     */
    Instant begin();

    /**
     * What was done.
     *
     * @return one for each time that something was sent, or should have been: the first, and those after redirects, after
     *     challenges, after connections that died and after connecting anew
     */
    List<Step> steps();

    /**
     * One step.
     *
     * @param why it was taken
     * @param method what was asked
     * @param url whom, without its fragment and what stands before an {@code @}
     * @param route by which way, without passwords; empty if it never came to that
     * @param plugs what made the connection, one for each link of the route
     * @param pooling where the connection came from; empty if there was none
     * @param connecting how it was made, unless it was there before
     * @param encryption of the last layer that encrypts
     * @param peer whom the wire leads to: a proxy's address, if there is one; empty without a wire, and for addresses of
     *     kinds that the JDK does not know
     * @param times when what happened
     * @param outcome for people to read: the status line, or what went wrong
     */
    public record Step(
            Why why,
            String method,
            String url,
            String route,
            List<Plugged> plugs,
            Optional<Pooled> pooling,
            Optional<Connecting> connecting,
            Optional<Encryption> encryption,
            Optional<SocketAddress> peer,
            Times times,
            String outcome) {}

    /** Why a step was taken. */
    public enum Why {
        /** It was asked for. */
        ASKED,
        /** The response before said so. */
        REDIRECT,
        /** The connection before died on us (RFC 9110 section 9.2.2). */
        RETRY,
        /** A proxy wanted credentials. */
        CHALLENGE,
        /** What it was connecting by went out of use, and did not get there in time. */
        SWAP
    }

    /**
     * A link, as it was plugged in then.
     *
     * @param name on the panel
     * @param generation which one; 0 for a connector that was brought along
     * @param owner for people to read
     */
    public record Plugged(String name, long generation, String owner) {}

    /**
     * A connection out of the pool.
     *
     * @param reused whether it was there before
     * @param requests how many began on it before this one
     * @param age since it was made
     */
    public record Pooled(boolean reused, long requests, Duration age) {}

    /**
     * How a connection was made.
     *
     * @param tried the addresses, each with its time and what went wrong; empty if the connector does not tell
     * @param hops of the route, and of links that left the work to other plugs, as cords do: each with when it was begun, in
     *     nanoseconds after connecting began
     */
    public record Connecting(Optional<Ledger> tried, List<Reached> hops) {}

    /**
     * A hop that was begun.
     *
     * @param hop for people to read, without passwords
     * @param begin in nanoseconds after connecting began
     */
    public record Reached(String hop, long begin) {}

    /**
     * What is known of TLS.
     *
     * @param protocol such as {@code TLSv1.3}
     * @param cipherSuite its name
     */
    public record Encryption(String protocol, String cipherSuite) {}

    /**
     * When what happened, in nanoseconds after the request was given to the client; -1 for what did not. As exact as the
     * loop's clock, which is read once per turn, and to seven digits.
     *
     * @param begun when the step began: it asked for a connection; 0 for the first
     * @param connecting when connecting began; -1 for a connection that was there
     * @param sending when the first octet of the request was given to the wire
     * @param head when the head of the final response was complete
     * @param end when the response was complete, or failed
     */
    public record Times(long begun, long connecting, long sending, long head, long end) {}
}
