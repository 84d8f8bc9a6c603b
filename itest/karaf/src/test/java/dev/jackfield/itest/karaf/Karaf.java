package dev.jackfield.itest.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Karaf of its own, in a directory of its own: a copy of the unpacked distribution that listens on loopback alone, on
 * a free port, and finds artefacts in the repository that the build has filled and nowhere else.
 */
final class Karaf implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private static final String LOOPBACK = "127.0.0.1";

    private final Path home;
    private final int sshPort;
    private final Process shell;

    private Karaf(Path home, int sshPort, Process shell) {
        this.home = home;
        this.sshPort = sshPort;
        this.shell = shell;
    }

    static Karaf start(Path distribution, Path repository, Path home) throws IOException {
        copy(distribution, home);
        int sshPort = freePort();
        Path etc = home.resolve("etc");
        edit(etc.resolve("org.apache.karaf.shell.cfg"), "sshPort = 8101", "sshPort = " + sshPort);
        edit(etc.resolve("org.apache.karaf.shell.cfg"), "sshHost = 0.0.0.0", "sshHost = " + LOOPBACK);
        edit(etc.resolve("users.properties"), "#karaf = ", "karaf = ");
        edit(etc.resolve("users.properties"), "#_g_\\:admingroup", "_g_\\:admingroup");
        // How often it looks at etc/ and deploy/.
        edit(etc.resolve("config.properties"), "felix.fileinstall.poll   = 1000", "felix.fileinstall.poll = 100");
        edit(etc.resolve("org.apache.felix.fileinstall-deploy.cfg"), "= 1000", "= 100");
        Files.writeString(
                etc.resolve("org.ops4j.pax.url.mvn.cfg"),
                String.join(
                        "\n",
                        "org.ops4j.pax.url.mvn.localRepository = " + home.resolve("local"),
                        "org.ops4j.pax.url.mvn.defaultRepositories = ${karaf.home.uri}system@id=system@snapshots, "
                                + repository.toUri() + "@id=itest@snapshots",
                        // None: nothing may come from the network, or from what the machine happens to have.
                        "org.ops4j.pax.url.mvn.repositories =",
                        "org.ops4j.pax.url.mvn.useFallbackRepositories = false",
                        ""));
        ProcessBuilder builder = command(home, "karaf", "server")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        return new Karaf(home, sshPort, builder.start());
    }

    /** A shell, as soon as Karaf is up. */
    Console console() throws IOException, InterruptedException {
        Process client = command(
                        home,
                        "client",
                        "-r",
                        "60",
                        "-d",
                        "1",
                        "-h",
                        LOOPBACK,
                        "-a",
                        String.valueOf(sshPort),
                        "-u",
                        "karaf",
                        "-p",
                        "karaf")
                .redirectErrorStream(true)
                .start();
        try {
            return new Console(client);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + log(), e);
        }
    }

    /** Where configuration files are. */
    Path etc(String file) {
        return home.resolve("etc").resolve(file);
    }

    /** Writes a configuration file. */
    Path configure(String file, String text) throws IOException {
        return arrive(Files.writeString(home.resolve(file), text), etc(file));
    }

    /** Puts a jar where Karaf looks for what shall be running. */
    Path deploy(Path jar) throws IOException {
        Path target = home.resolve("deploy").resolve(jar.getFileName());
        return arrive(Files.copy(jar, home.resolve(jar.getFileName())), target);
    }

    /** All at once: Karaf might find half of it, and write that back. */
    private static Path arrive(Path file, Path target) throws IOException {
        return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The start script and the Java below it. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(shell.toHandle()), shell.descendants()).toList();
    }

    /** Asks Karaf to end, and waits until it has. */
    void stop() throws IOException, InterruptedException {
        Process stop = command(home, "stop")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("stop.out").toFile())
                .start();
        awaitEnd(stop, "bin/stop");
        awaitEnd(shell, "bin/karaf");
    }

    /** Ends both processes, come what may. */
    @Override
    public void close() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    private String log() throws IOException {
        Path log = home.resolve("data/log/karaf.log");
        return Files.exists(log) ? Files.readString(log) : Files.readString(home.resolve("console.log"));
    }

    private void awaitEnd(Process process, String what) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(what + " still running after " + PATIENCE_SECONDS + " s\n" + log());
        }
    }

    private static ProcessBuilder command(Path home, String program, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(home.resolve("bin").resolve(program).toString()), Stream.of(arguments))
                        .toList());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // The client remembers hosts in the user's home directory: not in that of whoever runs the tests.
        builder.environment().put("EXTRA_JAVA_OPTS", "-Duser.home=" + home);
        builder.environment().keySet().removeIf(name -> name.startsWith("KARAF_"));
        return builder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void edit(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(old)) {
            throw new AssertionError("Expected \"" + old + "\" in " + file);
        }
        Files.writeString(file, text.replace(old, replacement));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(source -> {
                try {
                    Files.copy(source, to.resolve(from.relativize(source)), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
