package dev.jackfield.dist;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A command with a limit of time whose output nobody reads: a pipe holds 64 KiB, and the body is larger. */
final class Stalled {
    private static final int LENGTH = 16 * 1024 * 1024;

    private Stalled() {}

    /** The exit status of {@code get -m}. */
    static int status(Path program) throws IOException, InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.setExecutor(thread);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, LENGTH);
            exchange.getResponseBody().write(new byte[LENGTH]);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            ProcessBuilder builder = new ProcessBuilder(program.toString(), "get", "-s", "-m", "1", url);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            boolean ended = process.waitFor(30, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended ? process.waitFor() : -1;
        } finally {
            server.stop(0);
            thread.shutdownNow();
        }
    }
}
