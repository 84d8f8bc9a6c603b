package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.internal.Connecting;
import dev.jackfield.connector.plain.internal.PlainService;
import dev.jackfield.resolver.Resolver;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionStage;

/**
 * Connects by TCP, or to UNIX domain sockets: the seed's {@code tcp_connect}.
 *
 * <p>The addresses of a name race (RFC 8305): families take turns, beginning with the resolver's first choice; the next
 * address starts when one has failed, or when 250 ms have passed without a winner; those that are slow go on until one
 * wins, and are closed then. Connecting begins with the first addresses that the resolver knows. Hosts of SRV records
 * come in their order. {@link PlainOptions} change that; in OSGi the configuration {@value #PID} does, with the keys
 * {@code family}, {@code serial} and {@code stagger}, and the values of the system properties described there, which
 * hold for keys that are not set. A change holds for the next connect; connections made before are as good as they
 * were, so it needs no new generation of the plug.
 *
 * <p>{@code wire.beneath(Ledger.class)} tells what was tried; {@link dev.jackfield.connector.ConnectFailure} does when
 * all was in vain.
 *
 * <ul>
 *   <li>The caller's time limit holds for each address. Without one, the system decides when to give up; where it never
 *       would, 30 s is the limit: on Windows, as the seed has it, and while the queue of a UNIX domain socket is full.
 *   <li>TCP sockets have TCP_NODELAY set, because whoever writes here writes whole messages. There is no congestion
 *       control algorithm to be chosen: {@link Attempt#prepare} says why.
 *   <li>At most 32 addresses of a name are under way at a time.
 *   <li>Paths of UNIX domain sockets have at most 106 octets, on macOS 102: the JDK takes no longer ones.
 * </ul>
 *
 * <p>Works on a {@link dev.jackfield.loop.ChannelLoop}; attempts on any other loop fail.
 *
 * <p>This is for code that puts things together by itself. What is plugged in as {@code plain}, by OSGi and by {@link
 * ServiceLoader}, does the same with the resolver in use.
 *
 * <p><i>Thread-safe.</i>
 */
public final class PlainConnector implements Connector {

    /** Under which OSGi's ConfigAdmin keeps the options. */
    public static final String PID = "dev.jackfield.connector.plain";

    private final Resolver resolver;
    private final PlainOptions options;

    /**
     * With the first resolver that {@link ServiceLoader} finds, and the options of the system properties.
     *
     * @throws IllegalStateException if there is no resolver
     * @throws IllegalArgumentException if a system property has a wrong value
     */
    public PlainConnector() {
        this(PlainService.resolver(), PlainOptions.ofSystemProperties());
    }

    private PlainConnector(Resolver resolver, PlainOptions options) {
        this.resolver = Objects.requireNonNull(resolver, "resolver");
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * With a resolver of one's own.
     *
     * @param resolver where names become addresses
     * @return the connector, with the default options
     */
    public static PlainConnector over(Resolver resolver) {
        return over(resolver, PlainOptions.defaults());
    }

    /**
     * With a resolver and options of one's own.
     *
     * @param resolver where names become addresses
     * @param options how to go through them
     * @return the connector
     */
    public static PlainConnector over(Resolver resolver, PlainOptions options) {
        return new PlainConnector(resolver, options);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return new Connecting(resolver, options, target, attempt).start();
    }
}
