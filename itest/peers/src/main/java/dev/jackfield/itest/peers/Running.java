package dev.jackfield.itest.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A program that runs in a folder of its own, which goes with it.
 *
 * @param home the folder; what the program prints is in its file {@code output}
 * @param process the program
 */
record Running(Path home, Process process) implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    /** Something that may not be so yet. */
    @FunctionalInterface
    interface Check {
        boolean holds() throws IOException;
    }

    static Running start(Path home, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(arguments);
        command.add(
                0,
                found(program)
                        .orElseThrow(() -> new IOException("There is no " + program + " on the path"))
                        .toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
        return new Running(home, process);
    }

    /** Whether a program is on the path, or where Debian keeps servers. */
    static boolean installed(String program) {
        return found(program).isPresent();
    }

    private static Optional<Path> found(String program) {
        return Stream.of((System.getenv().getOrDefault("PATH", "") + ":/usr/sbin").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Writes files into a new folder, and into folders below it where their names have slashes. */
    static void write(Path folder, Map<String, byte[]> files) throws IOException {
        Files.createDirectory(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** A folder that whoever a server becomes can look into. */
    static Path openFolder(String name) throws IOException {
        Path folder = Files.createTempDirectory("jackfield-" + name);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    /** Waits until it answers; ends it if it does not, or not in time. */
    void await(String what, Check answers) throws IOException {
        long begin = System.nanoTime();
        while (!answers.holds()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE) {
                String said = Files.readString(home.resolve("output"));
                close();
                throw new IOException("Expected " + what + " to answer, but it said: " + said);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** A port of loopback that is free for TCP now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ports of loopback that are free for TCP now, all of them different. */
    static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /** Whether somebody listens on a port of loopback. */
    static boolean accepts(int port) {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
