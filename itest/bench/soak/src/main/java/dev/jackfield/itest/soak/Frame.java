package dev.jackfield.itest.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;

/** Felix with our bundles in it, to be stopped and started again. */
final class Frame implements AutoCloseable {
    /** Declarative Services come first, so that they go last. */
    private static final List<String> FIRST = List.of(
            "org.osgi.util.function", "org.osgi.util.promise", "org.osgi.service.component", "org.apache.felix.scr");

    private static final long PATIENCE_SECONDS = 20;

    private final Framework framework;

    /**
     * Starts.
     *
     * @param storage an empty directory
     * @param bundles a directory of jars
     * @param last the jar of the load, which is to stop first
     */
    Frame(Path storage, Path bundles, Path last) throws BundleException, IOException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(new HashMap<>(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "dev.jackfield.itest.soak.door",
                        "felix.bootdelegation.implicit",
                        "false",
                        // Else Felix resolves with threads that stay for a minute.
                        "felix.resolver.parallelism",
                        "1")));
        framework.start();
        List<Bundle> installed = new ArrayList<>();
        for (Path jar : inOrder(bundles)) {
            installed.add(install(jar));
        }
        installed.add(install(last));
        for (Bundle bundle : installed) {
            bundle.start();
        }
    }

    /** All of it is stopped, and started as it was. */
    void restart() throws BundleException, InterruptedException {
        stop();
        framework.start();
    }

    /** A service, as soon as it is there. */
    <S> S service(Class<S> type) throws InterruptedException {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open();
        try {
            S service = tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            if (service == null) {
                throw new IllegalStateException("Expected a service " + type.getName() + " within " + PATIENCE_SECONDS
                        + " s, got none; " + states());
            }
            return service;
        } finally {
            tracker.close();
        }
    }

    /** Lets go of what updated bundles were before. */
    void refresh() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(null, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Expected bundles to be refreshed within " + PATIENCE_SECONDS + " s");
        }
    }

    /** Services that are registered, but for Felix's own: it registers two of them anew with each start. */
    List<String> registered() {
        return bundles()
                .filter(bundle -> bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID)
                .flatMap(bundle -> services(bundle, bundle.getRegisteredServices()))
                .toList();
    }

    /** Services in use: one for each bundle and service. */
    List<String> inUse() {
        return bundles()
                .flatMap(bundle -> services(bundle, bundle.getServicesInUse()))
                .toList();
    }

    @Override
    public void close() throws BundleException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    private Stream<Bundle> bundles() {
        return Stream.of(context().getBundles());
    }

    private String states() {
        return bundles()
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName() + " is not active")
                .toList()
                .toString();
    }

    private Bundle install(Path jar) throws BundleException {
        return context().installBundle(jar.toUri().toString());
    }

    private static Stream<String> services(Bundle bundle, ServiceReference<?>[] references) {
        return references == null
                ? Stream.empty()
                : Stream.of(references)
                        .map(reference -> bundle.getSymbolicName() + ": "
                                + String.join(",", (String[]) reference.getProperty(Constants.OBJECTCLASS)));
    }

    private static List<Path> inOrder(Path bundles) throws IOException {
        List<Path> order = new ArrayList<>();
        FIRST.forEach(name -> order.add(bundles.resolve(name + ".jar")));
        try (Stream<Path> jars = Files.list(bundles)) {
            jars.filter(jar -> jar.toString().endsWith(".jar") && !order.contains(jar))
                    .sorted()
                    .forEach(order::add);
        }
        return order;
    }
}
