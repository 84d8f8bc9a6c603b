package dev.jackfield.connector.trace;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Watchers;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Lets another connector do the work, counts its connects, and logs each with how long it took and what came of it, at
 * level DEBUG of the logger {@value #LOGGER}.
 *
 * <p>It is plugged in as {@code trace}, over the connector {@code plain}.
 *
 * <p><i>Thread-safe.</i>
 */
@Component(service = Connector.class)
@JackfieldName("trace")
public final class TracingConnector implements Connector {

    /** The name of the logger. */
    public static final String LOGGER = "dev.jackfield.connector.trace";

    private static final Logger LOG = System.getLogger(LOGGER);

    private final LongAdder connects = new LongAdder();
    private final Watchers watchers = new Watchers();
    private volatile Connector below;

    /** Over the plain connector that {@link java.util.ServiceLoader} finds. */
    public TracingConnector() {
        this(Connector.provided("plain"));
    }

    /**
     * Over a service, which Declarative Services hand in before anybody connects.
     *
     * @param properties are those of the component; there is nothing to set
     */
    @Activate
    public TracingConnector(Map<String, Object> properties) {
        Objects.requireNonNull(properties, "properties");
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

    /** Never one that is itself over another, or two of them might end up over each other. */
    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(&(jackfield.name=plain)(!(below.target=*)))")
    void below(Connector service) {
        below = service;
        watchers.changed();
    }

    /** Nothing to do: whoever still connects by this one is told by that one that it has gone. */
    void unbelow(Connector service) {}

    /**
     * How often it was asked to connect.
     *
     * @return 0 or more
     */
    public long connects() {
        return connects.sum();
    }

    /** Idle wires made by another connector below are not kept. */
    @Override
    public Guard watch(Runnable changed) {
        return watchers.watch(changed);
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
