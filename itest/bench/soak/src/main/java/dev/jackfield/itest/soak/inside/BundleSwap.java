package dev.jackfield.itest.soak.inside;

import dev.jackfield.itest.soak.door.Kind;
import dev.jackfield.itest.soak.door.Swap;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A bundle is stopped and started; now and then it is updated as well, now and then all who use it are wired anew.
 * Meanwhile others serve, or requests wait.
 */
final class BundleSwap implements Swap {
    /** Every so many swaps. */
    private static final int UPDATE = 10;

    /** Every so many swaps: it takes the bundles along that import from this one. */
    private static final int REFRESH = 50;

    private static final long PATIENCE_SECONDS = 10;

    private final Stage stage;
    private final String kind;
    private final String name;
    private final Kind concerns;
    private int made;

    BundleSwap(Stage stage, String kind, String name, Kind concerns) {
        this.stage = stage;
        this.kind = kind;
        this.name = name;
        this.concerns = concerns;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Kind concerns() {
        return concerns;
    }

    @Override
    public Cost cost() {
        return Cost.BUNDLE;
    }

    @Override
    public void swap() throws Exception {
        made++;
        Bundle bundle = Stream.of(stage.context().getBundles())
                .filter(each -> name.equals(each.getSymbolicName()))
                .findFirst()
                .orElseThrow();
        bundle.stop(Bundle.STOP_TRANSIENT);
        if (made % UPDATE == 0) {
            try (InputStream jar = URI.create(bundle.getLocation()).toURL().openStream()) {
                bundle.update(jar);
            }
        }
        stage.linger();
        bundle.start(Bundle.START_TRANSIENT);
        if (made % REFRESH == 0) {
            refresh(bundle);
        }
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        stage.context()
                .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), event -> {
                    if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                        refreshed.countDown();
                    }
                });
        if (!refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "Expected " + name + " to be refreshed within " + PATIENCE_SECONDS + " s, got nothing");
        }
    }
}
