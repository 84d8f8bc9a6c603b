package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A framework of its own for each test, whichever is on the class path, with nothing in it but the bundles given; checks
 * afterwards that no thread and no file of it stays.
 */
final class FrameworkExtension implements BeforeEachCallback, AfterEachCallback {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final List<String> THREADS_OF_THE_JDK =
            List.of("ForkJoinPool.commonPool", "CompletableFutureDelayScheduler");

    private final List<String> artifacts;
    private List<Thread> threadsBefore;
    private Path cache;
    private Framework framework;

    private FrameworkExtension(List<String> artifacts) {
        this.artifacts = artifacts;
    }

    /** With nothing but the framework. */
    static FrameworkExtension bare() {
        return new FrameworkExtension(List.of());
    }

    /** With a feature for Karaf, the probes and some more bundles, all of them started. */
    static FrameworkExtension with(String feature, String... more) {
        try {
            List<String> artifacts = new ArrayList<>(Features.read().bundles(feature));
            artifacts.addAll(List.of(more));
            return new FrameworkExtension(artifacts);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read the features", e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        threadsBefore = threads();
        cache = Files.createTempDirectory("itest-osgi");
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        // No classes but by imports: both frameworks like to help out, each in its own way.
                        "felix.bootdelegation.implicit",
                        "false",
                        // Else Felix resolves with threads that stay for a minute.
                        "felix.resolver.parallelism",
                        "1",
                        "osgi.compatibility.bootdelegation",
                        "false"));
        framework.start();
        assertThat(framework.getSymbolicName())
                .as("the framework that this run is about")
                .isEqualTo(System.getProperty("itest.framework"));
        if (!artifacts.isEmpty()) {
            List<Bundle> bundles = new ArrayList<>(install(Jars.named(artifacts).toList()));
            bundles.addAll(install(List.of(Jars.probe())));
            for (Bundle bundle : bundles) {
                bundle.start();
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        framework.stop();
        framework.waitForStop(PATIENCE_MILLIS);
        delete(cache);
        List<Thread> left = new ArrayList<>(threads());
        left.removeAll(threadsBefore);
        for (Thread thread : left) {
            thread.join(PATIENCE_MILLIS);
        }
        assertThat(left).as("threads that outlive the framework").noneMatch(Thread::isAlive);
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    List<Bundle> install(List<Path> jars) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars) {
            bundles.add(context().installBundle(jar.toUri().toString()));
        }
        return bundles;
    }

    /** An installed bundle by its artifact, which is its symbolic name without the group. */
    Bundle bundle(String artifact) {
        String name = "dev.jackfield." + artifact.replace('-', '.');
        return Arrays.stream(context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No bundle " + name));
    }

    /** What the panel and the roll of clients call a bundle. */
    static String owner(Bundle bundle) {
        return bundle.getSymbolicName() + " [" + bundle.getBundleId() + "]";
    }

    /** A probe, as soon as it is there. */
    <S> S probe(String name, Class<? super S> type) throws Exception {
        return probe(bundle("itest-osgi"), name, type);
    }

    /** A probe of one of several bundles, as soon as it is there. */
    <S> S probe(Bundle bundle, String name, Class<? super S> type) throws Exception {
        String filter = "(&(objectClass=" + type.getName() + ")(probe=" + name + ")(service.bundleid="
                + bundle.getBundleId() + "))";
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context(), FrameworkUtil.createFilter(filter), null);
        tracker.open();
        try {
            S service = tracker.waitForService(PATIENCE_MILLIS);
            assertThat(service).as("service " + filter).isNotNull();
            return service;
        } finally {
            tracker.close();
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> THREADS_OF_THE_JDK.stream().noneMatch(thread.getName()::startsWith))
                .toList();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
