package dev.jackfield.connector.trace;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.resolver.Resolver;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets another connector do the work, counts its connects, and logs each with how long it took and what came of it, at
 * level DEBUG of the logger {@value #LOGGER}.
 *
 * <p>As a service it ranks below the plain connector, so that it takes over only when that one's bundle is stopped.
 *
 * <p><i>Thread-safe.</i>
 */
@Component(service = Connector.class, property = "service.ranking:Integer=-1")
@JackfieldName("plain")
public final class TracingConnector implements Connector {

    /** The name of the logger. */
    public static final String LOGGER = "dev.jackfield.connector.trace";

    private static final Logger LOG = System.getLogger(LOGGER);

    private final Connector below;
    private final LongAdder connects = new LongAdder();

    /**
     * Over a plain connector of its own, as a service. That one's options are those of the system properties.
     *
     * @param resolver for the plain connector
     * @throws IllegalArgumentException if one of those properties has a wrong value
     */
    @Activate
    public TracingConnector(@Reference Resolver resolver) {
        this(PlainConnector.over(resolver, PlainOptions.ofSystemProperties()));
    }

    private TracingConnector(Connector below) {
        this.below = Objects.requireNonNull(below, "below");
    }

    /**
     * Over any connector.
     *
     * @param below does the work
     * @return the connector
     */
    public static TracingConnector over(Connector below) {
        return new TracingConnector(below);
    }

    /**
     * How often it was asked to connect.
     *
     * @return 0 or more
     */
    public long connects() {
        return connects.sum();
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        connects.increment();
        CompletionStage<Wire> stage = below.connect(target, attempt);
        if (LOG.isLoggable(Level.DEBUG)) {
            long begin = System.nanoTime();
            stage.whenComplete((wire, error) -> LOG.log(
                    Level.DEBUG,
                    "{0}: {1} after {2,number,#} µs",
                    target,
                    error == null ? wire.peer() : error,
                    (System.nanoTime() - begin) / 1_000));
        }
        return stage;
    }
}
