package dev.jackfield.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/** A running framework, whichever one is on the class path. */
final class Host implements AutoCloseable {
    /** How the shell offers its commands to whoever is outside the framework: JDK types only. */
    private static final String COMMANDS = "(&(objectClass=java.util.function.ToIntFunction)(jackfield.role=commands))";

    /** Service components are activated while bundles start, so this only ever runs out if one cannot be. */
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(10);

    private static final long STOP = TimeUnit.SECONDS.toMillis(10);

    private final Framework framework;

    private Host(Framework framework) {
        this.framework = framework;
    }

    static Host start(Path cache) throws LaunchException {
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow(() -> new LaunchException("No OSGi framework on the class path"));
        Framework framework = factory.newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString()));
        try {
            framework.start();
        } catch (BundleException e) {
            throw new LaunchException("Cannot start the framework in " + cache + ": " + e.getMessage(), e);
        }
        return new Host(framework);
    }

    /** Installs all jars, then starts all: in this order the order of their names does not matter. */
    void install(Path... directories) throws LaunchException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path directory : directories) {
            for (Path jar : jars(directory)) {
                bundles.add(install(jar));
            }
        }
        List<String> complaints = new ArrayList<>();
        for (Bundle bundle : bundles) {
            try {
                bundle.start();
            } catch (BundleException e) {
                complaints.add(bundle.getSymbolicName() + ": " + e.getMessage());
            }
        }
        if (!complaints.isEmpty()) {
            throw new LaunchException("Cannot start " + complaints.size() + " of " + bundles.size() + " bundles:\n  "
                    + String.join("\n  ", complaints));
        }
    }

    /** Runs a command and returns its status. */
    int call(List<String> command) throws LaunchException {
        BundleContext context = framework.getBundleContext();
        Filter filter;
        try {
            filter = FrameworkUtil.createFilter(COMMANDS);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        ServiceTracker<ToIntFunction<String[]>, ToIntFunction<String[]>> tracker =
                new ServiceTracker<>(context, filter, null);
        tracker.open();
        try {
            ToIntFunction<String[]> commands = tracker.waitForService(PATIENCE);
            if (commands == null) {
                throw new LaunchException(
                        "No commands: expected a service " + COMMANDS + " within " + PATIENCE + " ms");
            }
            return commands.applyAsInt(command.toArray(String[]::new));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while waiting for the commands", e);
        } finally {
            tracker.close();
        }
    }

    /** Waits for somebody, usually Gogo's prompt, to stop the framework. */
    int untilStopped() throws LaunchException {
        try {
            framework.waitForStop(0);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while the framework was running", e);
        }
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP);
        } catch (BundleException e) {
            System.err.println("jackfield-osgi: cannot stop the framework: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A bundle that a kept cache remembers is updated if its jar is newer. */
    private Bundle install(Path jar) throws LaunchException {
        try {
            BundleContext context = framework.getBundleContext();
            String location = jar.toUri().toString();
            Bundle known = context.getBundle(location);
            if (known == null) {
                return context.installBundle(location);
            }
            if (known.getLastModified() < Files.getLastModifiedTime(jar).toMillis()) {
                known.update();
            }
            return known;
        } catch (BundleException | IOException e) {
            throw new LaunchException("Cannot install " + jar + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> jars(Path directory) throws LaunchException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LaunchException("Cannot read the bundles in " + directory + ": " + e, e);
        }
    }
}
