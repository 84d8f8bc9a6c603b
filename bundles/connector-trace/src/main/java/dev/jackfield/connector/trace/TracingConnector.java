package dev.jackfield.connector.trace;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets another connector do the work, counts its connects, and logs each with how long it took and what came of it, at
 * level DEBUG of the logger {@value #LOGGER}.
 *
 * <p>It is plugged in as {@code trace}, over whatever is in use as {@code plain}.
 *
 * <p><i>Thread-safe.</i>
 */
@Component(service = Connector.class, property = "below=plain")
@JackfieldName("trace")
public final class TracingConnector implements Connector {

    /** The name of the logger. */
    public static final String LOGGER = "dev.jackfield.connector.trace";

    private static final Logger LOG = System.getLogger(LOGGER);

    private final LongAdder connects = new LongAdder();
    private final Connector below;

    /** For {@link java.util.ServiceLoader}: over the plain connector. */
    public TracingConnector() {
        this(Connector.provided("plain"));
    }

    /**
     * For Declarative Services.
     *
     * @param panel knows what is below
     * @param properties {@code below} (plain) is the name under which that is plugged in
     */
    @Activate
    public TracingConnector(@Reference Panel panel, Map<String, Object> properties) {
        below = panel.below(this, String.valueOf(properties.get("below")));
    }

    private TracingConnector(Connector below) {
        this.below = below;
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

    /** Calls wait while nothing is below. */
    @Override
    public Connector configured(Link link) throws UnpluggedException {
        below.configured(Link.of(link.name()));
        return Connector.super.configured(link);
    }

    /** Idle wires made by another connector below are not kept. */
    @Override
    public Guard watch(Runnable changed) {
        return below.watch(changed);
    }

    /** What is below is chosen by whom to reach in the end. */
    @Override
    public Connector towards(HostPort target) {
        return (address, attempt) -> connect(below.towards(target), address, attempt);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return connect(below, target, attempt);
    }

    private CompletionStage<Wire> connect(Connector by, HostPort target, Attempt attempt) {
        connects.increment();
        CompletionStage<Wire> stage = by.connect(target, attempt);
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
