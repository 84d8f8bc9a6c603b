package dev.jackfield.itest.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real nginx with one worker, on a free loopback port, in a folder of its own that goes with it. */
public final class Nginx implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Running running;
    private final int port;

    private Nginx(Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Running.installed("nginx");
    }

    /**
     * Starts one.
     *
     * @param http more lines for the http block
     * @param server more lines for the server block
     * @param files to serve, by name
     */
    public static Nginx start(String http, String server, Map<String, byte[]> files) throws IOException {
        Path home = Files.createTempDirectory("jackfield-nginx");
        Running.write(home.resolve("files"), files);
        int port = Running.freePort();
        Files.writeString(home.resolve("nginx.conf"), configuration(home, port, http, server));
        Running running =
                Running.start(home, "nginx", List.of("-p", home.toString(), "-c", "nginx.conf", "-e", "error.log"));
        running.await("nginx", () -> Running.accepts(port));
        return new Nginx(running, port);
    }

    /** The URL of a path that begins with a slash. */
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public int port() {
        return port;
    }

    /** Where it runs; its configuration is here, as {@code nginx.conf}. */
    public Path home() {
        return running.home();
    }

    /**
     * Has it read its configuration and its certificates again; connections under way go on undisturbed. Returns before
     * that has happened.
     */
    public void reload() throws IOException, InterruptedException {
        Process signal = Running.start(
                        running.home(),
                        "nginx",
                        List.of("-p", running.home().toString(), "-c", "nginx.conf", "-e", "error.log", "-s", "reload"))
                .process();
        if (signal.waitFor() != 0) {
            throw new IOException("Expected nginx to reload, got " + signal.exitValue());
        }
    }

    /** The processes that answer. */
    public List<ProcessHandle> workers() {
        return running.process().toHandle().children().toList();
    }

    /** The lines of its access log. */
    public List<String> log() throws IOException {
        Path log = running.home().resolve("access.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /** Waits until the log has a number of lines: nginx writes them after it has answered. */
    public List<String> awaitLog(int lines) throws IOException {
        long begin = System.nanoTime();
        while (log().size() < lines && System.nanoTime() - begin < PATIENCE) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return log();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }

    private static String configuration(Path home, int port, String http, String server) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return (root ? "user root;\n" : "") + """
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                events { worker_connections 1024; }
                http {
                  client_body_temp_path tmp1; proxy_temp_path tmp2; fastcgi_temp_path tmp3;
                  uwsgi_temp_path tmp4; scgi_temp_path tmp5;
                  %s
                  server {
                    listen 127.0.0.1:%d;
                    root %s/files;
                    %s
                  }
                }
                """.formatted(http, port, home, server);
    }
}
