package dev.jackfield.dist;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Makes the archive for class data sharing: runs one GET through {@code bin/jackfield} and has the virtual machine write
 * down the classes it needed. Beside the archive goes a note of the build of Java and the directory it is good for;
 * {@code bin/java.sh} compares it.
 */
public final class Archive {
    private static final String BODY = "Hello";

    private Archive() {}

    /**
     * Runs.
     *
     * @param args none; the directory of the assembly is a system property
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty(Main.HOME));
        Path archive = home.resolve("lib/jackfield.jsa");
        Path note = home.resolve("lib/jackfield.jsa.txt");
        Files.deleteIfExists(note);
        Files.deleteIfExists(archive);
        train(home, archive);
        Files.write(note, List.of(build(), home.toString()));
    }

    private static void train(Path home, Path archive) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, BODY.length());
            exchange.getResponseBody().write(BODY.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            ProcessBuilder builder =
                    new ProcessBuilder(home.resolve("bin/jackfield").toString(), "get", url);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JACKFIELD_JAVA_OPTIONS", "-XX:ArchiveClassesAtExit=" + archive);
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            int status = process.waitFor();
            if (status != 0 || !printed.equals(BODY)) {
                throw new IllegalStateException("Expected bin/jackfield get to print \"" + BODY + "\", got status "
                        + status + " and \"" + printed + "\"");
            }
        } finally {
            server.stop(0);
        }
    }

    /** What tells one build of Java from another, as it stands in its release file; the start script looks there, too. */
    private static String build() throws IOException {
        Properties release = new Properties();
        try (var in = Files.newBufferedReader(Path.of(System.getProperty("java.home"), "release"))) {
            release.load(in);
        }
        return (release.getProperty("IMPLEMENTOR", "") + " " + release.getProperty("JAVA_RUNTIME_VERSION", ""))
                .replace("\"", "");
    }
}
