package dev.jackfield.shell.internal.osgi;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.shell.internal.demo.PanelSwaps;
import dev.jackfield.shell.internal.demo.Swaps;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/**
 * In OSGi: starts one bundle, waits until its connector is on the panel, and stops the other. So there is always one
 * plugged in. What the bundles are set to do at the next start of the framework is not touched.
 */
final class BundleSwaps implements Swaps {
    private static final String PLAIN = "dev.jackfield.connector.plain";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_AGAIN_MILLIS = 2;

    private final Panel panel;
    private final List<Bundle> bundles;
    private final List<Boolean> ranBefore;
    private final Duration patience;
    private int inUse;

    /**
     * Swaps two bundles; exactly one of them will run from now on.
     *
     * @param panel where their connectors are plugged in
     * @param first one bundle
     * @param second the other
     * @param patience how long a swap may take
     */
    BundleSwaps(Panel panel, Bundle first, Bundle second, Duration patience) throws IOException {
        this.panel = panel;
        this.bundles = List.of(first, second);
        this.ranBefore = bundles.stream().map(BundleSwaps::runs).toList();
        this.patience = patience;
        this.inUse = runs(first) ? 0 : 1;
        if (runs(first) && runs(second)) {
            stop(second);
        }
    }

    /** Swaps the plain connector's bundle, if there is one, otherwise cords on the panel itself; and the resolver by a service. */
    static List<Swaps> on(Panel panel) {
        return List.of(connectors(panel), new ResolverService(context()));
    }

    private static Swaps connectors(Panel panel) {
        Optional<Bundle> plain = installed(PLAIN);
        if (plain.isEmpty()) {
            return new PanelSwaps(panel);
        }
        try {
            Bundle other = StandInBundle.install(context());
            try {
                return new StandInBundle(new BundleSwaps(panel, plain.get(), other, PATIENCE), other);
            } catch (IOException | RuntimeException e) {
                StandInBundle.uninstall(other);
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void swap() throws IOException, InterruptedException {
        turnTo(1 - inUse);
    }

    @Override
    public List<String> sockets() {
        return bundles.stream()
                .map(bundle ->
                        bundle.getSymbolicName().replace("dev.jackfield.", "") + " [" + bundle.getBundleId() + "]")
                .toList();
    }

    @Override
    public int inUse() {
        return inUse;
    }

    @Override
    public void close() throws IOException {
        // First what is to run, then what is not: requests of others must find one at any time.
        for (int i = 0; i < 2; i++) {
            if (ranBefore.get(i)) {
                start(bundles.get(i));
            }
        }
        for (int i = 0; i < 2; i++) {
            if (!ranBefore.get(i)) {
                stop(bundles.get(i));
            }
        }
    }

    private void turnTo(int next) throws IOException, InterruptedException {
        // It may run already if an earlier swap gave up on it.
        stop(bundles.get(next));
        long newest = plugs().mapToLong(Plug::generation).max().orElse(-1);
        start(bundles.get(next));
        await(() -> plugs().anyMatch(plug -> plug.generation() > newest), bundles.get(next), "plug in");
        stop(bundles.get(1 - next));
        inUse = next;
        await(
                () -> panel.connector(NAME)
                        .filter(plug -> plug.generation() > newest)
                        .isPresent(),
                bundles.get(next),
                "be in use");
    }

    private Stream<Plug<?>> plugs() {
        return panel.plugs().stream().filter(plug -> plug.name().equals(NAME));
    }

    private void await(BooleanSupplier condition, Bundle bundle, String what) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new IOException("Expected the connector of " + bundle.getSymbolicName() + " to " + what
                        + " within " + patience.toMillis() + " ms");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private static Optional<Bundle> installed(String name) {
        return Stream.of(context().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(BundleSwaps.class).getBundleContext();
    }

    private static boolean runs(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
    }

    private static void start(Bundle bundle) throws IOException {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw new IOException("Cannot start " + bundle.getSymbolicName() + ": " + e.getMessage(), e);
        }
    }

    private static void stop(Bundle bundle) throws IOException {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            throw new IOException("Cannot stop " + bundle.getSymbolicName() + ": " + e.getMessage(), e);
        }
    }
}
