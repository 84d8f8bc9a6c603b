package dev.jackfield.dist;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * The OSGi door: starts a framework with everything in {@code lib/} and {@code bundle/} below the home directory, and
 * either runs one command or leaves the terminal to what is in {@code prompt/}.
 *
 * <p>Status: that of the command, 2 for a mistake in {@code --cache}, or 70 if the framework or the commands could not
 * be started.
 */
public final class Main {
    /** System property with the directory of the assembly; the start script sets it. */
    static final String HOME = "jackfield.home";

    /** The door's own part; the commands tell the rest. */
    private static final String HELP = """
            Usage: jackfield-osgi [--cache DIR] [COMMAND [ARGUMENT...]]
            Runs one command of Jackfield in Apache Felix. Without a command: a prompt, where the
            commands are called jackfield:get and so on; exit 0 leaves it.
                  --cache DIR   Keep the framework's state in DIR, which is made if need be;
                                its parent is not. Default: a temporary directory, deleted
                                at the end.

            The commands, as bin/jackfield has them:

            """;

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
            status = e.status();
        }
        System.exit(status);
    }

    private static int run(Options options) throws LaunchException {
        if (options.help()) {
            System.out.print(HELP);
        }
        Path home = home();
        Cache cache = options.cache().isPresent() ? Cache.kept(options.cache().get()) : Cache.fresh();
        if (!options.interactive()) {
            // Before the framework starts, for Gogo takes what it finds.
            System.setOut(interruptible());
        }
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

    /** A standard output on which a command does not wait for ever for a reader: interrupting the thread closes it. */
    private static PrintStream interruptible() {
        OutputStream out = Channels.newOutputStream(new FileOutputStream(FileDescriptor.out).getChannel());
        return new PrintStream(new BufferedOutputStream(out), true, Charset.defaultCharset());
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
