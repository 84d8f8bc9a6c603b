package dev.jackfield.dist;

import java.nio.file.Path;

/**
 * The OSGi door: starts a framework with everything in {@code lib/} and {@code bundle/} below the home directory, and
 * either runs one command or leaves the terminal to what is in {@code prompt/}.
 *
 * <p>Status: that of the command, or 70 if the framework or the commands could not be started.
 */
public final class Main {
    /** System property with the directory of the assembly; the start script sets it. */
    static final String HOME = "jackfield.home";

    private static final int SOFTWARE = 70;

    private Main() {}

    /**
     * Runs and exits.
     *
     * @param args {@code [--cache DIR] [COMMAND [ARGUMENT...]]}
     */
    public static void main(String[] args) {
        int status;
        try {
            status = run(Options.parse(args));
        } catch (LaunchException e) {
            System.err.println("jackfield-osgi: " + e.getMessage());
            status = SOFTWARE;
        }
        System.exit(status);
    }

    private static int run(Options options) throws LaunchException {
        Path home = home();
        Cache cache = options.cache().isPresent() ? Cache.kept(options.cache().get()) : Cache.fresh();
        Host host = Host.start(cache.directory());
        // The one place that cleans up, whether a command ends, Ctrl-C is pressed or a bundle cannot be started.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(host, cache), "jackfield-shutdown"));
        host.install(home.resolve("lib"), home.resolve("bundle"));
        if (!options.interactive()) {
            return host.call(options.command());
        }
        // Last, for it begins to read commands at once, and they should all be there.
        host.install(home.resolve("prompt"));
        return host.untilStopped();
    }

    private static void cleanUp(Host host, Cache cache) {
        host.close();
        cache.close();
    }

    private static Path home() throws LaunchException {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new LaunchException("Expected the system property " + HOME + "; use bin/jackfield-osgi");
        }
        return Path.of(home);
    }
}
