package dev.jackfield.itest.soak.inside;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** What swaps have in common: services of a higher ranking that stay for a moment. */
record Stage(BundleContext context, Panel panel, Duration stay) {
    /** Above whatever Jackfield brings. */
    static final int ABOVE = 10;

    /** Below whatever Jackfield brings. */
    static final int BELOW = -10;

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long LOOK_AGAIN_NANOS = 200_000;

    /** Plugs a service in for a moment. */
    <S> void visit(Class<S> type, String name, S service) {
        ServiceRegistration<S> registration = register(type, name, ABOVE, service);
        try {
            linger();
        } finally {
            registration.unregister();
        }
    }

    <S> ServiceRegistration<S> register(Class<S> type, String name, int ranking, S service) {
        return context.registerService(type, service, properties(name, ranking));
    }

    static Dictionary<String, Object> properties(String name, int ranking) {
        return new Hashtable<>(Map.of(Connector.NAME, name, Constants.SERVICE_RANKING, ranking));
    }

    /** Lets requests come by. */
    void linger() {
        LockSupport.parkNanos(stay.toNanos());
    }

    /** The connector that does the work when nobody else is plugged in above it. */
    Connector plain() {
        return await(() -> panel.connector("plain")).plugged();
    }

    /** The layer that does the work when nobody else is plugged in above it. */
    Layer layer(String name) {
        return await(() -> panel.layer(name)).plugged();
    }

    /** Bundles that were stopped or wired anew need a moment to come back. */
    private static <T> T await(Supplier<Optional<T>> what) {
        long begin = System.nanoTime();
        Optional<T> found = what.get();
        while (found.isEmpty()) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("Expected something to be plugged in within 5 s, got nothing");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            found = what.get();
        }
        return found.get();
    }
}
