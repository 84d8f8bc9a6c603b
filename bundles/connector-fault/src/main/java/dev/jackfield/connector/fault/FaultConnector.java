package dev.jackfield.connector.fault;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Lets another connector do the work, and spoils some of it, as settings say: latency, black holes, resets, delivery byte by
 * byte. Without settings it changes nothing. What is set holds for the next connect; wires that are there stay as they are.
 *
 * <p>How often something strikes is one number: 0 never, below 1 a probability, from 1 on every so many connects. The same
 * seed gives the same connects the same fate, by their number.
 *
 * <p>It is plugged in as {@code fault}, over whatever is in use as {@code plain}.
 *
 * <p><i>Thread-safe.</i>
 */
@Component(service = Connector.class, configurationPid = FaultConnector.PID, property = "below=plain")
@Designate(ocd = FaultForm.class)
@JackfieldName("fault")
public final class FaultConnector implements Connector {

    /** Under which OSGi's ConfigAdmin has the settings. */
    public static final String PID = "dev.jackfield.connector.fault";

    private static final Logger LOG = System.getLogger(PID);

    private final AtomicLong connects = new AtomicLong();
    private volatile Map<String, Double> settings = FaultSettings.NONE;
    private final Connector below;

    /** For {@link java.util.ServiceLoader}: over the plain connector, without settings. */
    public FaultConnector() {
        this(Connector.provided("plain"), FaultSettings.NONE);
    }

    /**
     * For Declarative Services.
     *
     * @param panel knows what is below
     * @param settings as for {@link #over}; wrong ones are logged, and none of them is used; {@code below} (plain) is the
     *     name under which that is plugged in
     */
    @Activate
    public FaultConnector(@Reference Panel panel, Map<String, Object> settings) {
        below = panel.below(this, String.valueOf(settings.get("below")));
        modified(settings);
    }

    private FaultConnector(Connector below, Map<String, Double> settings) {
        this.below = below;
        this.settings = settings;
    }

    /**
     * Over any connector.
     *
     * @param below does the work
     * @param settings {@code latency}, {@code blackhole}, {@code reset} and {@code bytewise} tell how often; {@code
     *     latency.ms} (100) how late, in milliseconds; {@code reset.after} (0) how many octets can be read before; {@code
     *     seed} (1) begins the series of chances
     * @return the connector
     * @throws IllegalArgumentException if one of them is none of these, no number, or out of range
     */
    public static FaultConnector over(Connector below, Map<String, ?> settings) {
        return new FaultConnector(below, FaultSettings.read(settings));
    }

    /** Without being taken away from those who use it. */
    @Modified
    void modified(Map<String, Object> changed) {
        try {
            settings = FaultSettings.read(changed);
        } catch (IllegalArgumentException e) {
            LOG.log(
                    Level.WARNING,
                    "Configuration " + PID + ": " + e.getMessage()
                            + "; nothing of it is used, the faults stay as they were");
        }
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
        Map<String, Double> now = settings;
        if (now.equals(FaultSettings.NONE)) {
            return by.connect(target, attempt);
        }
        long number = connects.incrementAndGet();
        boolean lost = FaultSettings.strikes("blackhole", number, now);
        long millis = FaultSettings.strikes("latency", number, now)
                ? now.get("latency.ms").longValue()
                : 0;
        long left = FaultSettings.strikes("reset", number, now)
                ? now.get("reset.after").longValue()
                : Long.MAX_VALUE;
        int atOnce = FaultSettings.strikes("bytewise", number, now) ? 1 : Integer.MAX_VALUE;
        Duration latency = lost ? attempt.limit() : Duration.ofMillis(millis);
        // What the caller accepts has to be what is handed out: the wire that was offered last.
        Wire[] offered = new Wire[1];
        Dial dial = Dial.within(attempt)
                .accepting(wire -> attempt.accepts(offered[0] = FaultyWire.over(wire, latency, left, atOnce)));
        CompletableFuture<Void> begin = new CompletableFuture<>();
        if (!lost || !latency.isZero()) {
            attempt.whenCancelled(attempt.loop().after(latency, () -> begin.complete(null))::close);
        }
        return begin.thenCompose(any -> lost
                        ? CompletableFuture.failedStage(
                                new SocketTimeoutException(target + " is in a black hole, as configured"))
                        : by.connect(target, dial))
                .thenApply(wire -> offered[0]);
    }
}
