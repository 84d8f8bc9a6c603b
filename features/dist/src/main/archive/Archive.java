import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Runs one GET through {@code bin/jackfield} and has the virtual machine write down the classes it needed: the archive
 * for class data sharing. Run by the build as a source file; the argument is the directory of the assembly.
 */
final class Archive {
    private Archive() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toRealPath();
        int feature = Runtime.version().feature();
        Path archive = home.resolve("lib/jackfield-" + feature + ".jsa");
        Path madeBy = home.resolve("lib/jackfield-" + feature + ".jsa.java");
        Files.deleteIfExists(archive);
        Files.deleteIfExists(madeBy);
        String java = build(Path.of(System.getProperty("java.home"), "release"));
        if (java.isEmpty()) {
            // The start script could not tell whether the archive fits.
            return;
        }
        // Newer ones make it by themselves; see bin/jackfield.
        train(home, feature < 19 ? "-XX:ArchiveClassesAtExit=" + archive : "");
        if (!Files.exists(archive)) {
            throw new IllegalStateException("Expected bin/jackfield to leave " + archive + " behind");
        }
        Files.writeString(madeBy, java + "\n");
    }

    private static void train(Path home, String options) throws IOException, InterruptedException {
        byte[] body = "Hello\n".getBytes(StandardCharsets.US_ASCII);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    home.resolve("bin/jackfield").toString(),
                    "get",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JACKFIELD_JAVA_OPTIONS", options);
            Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            byte[] printed = process.getInputStream().readAllBytes();
            int status = process.waitFor();
            if (status != 0 || !new String(printed, StandardCharsets.US_ASCII).equals("Hello\n")) {
                throw new IllegalStateException("Expected bin/jackfield get to print \"Hello\", got status " + status
                        + " and \"" + new String(printed, StandardCharsets.US_ASCII) + "\"");
            }
        } finally {
            server.stop(0);
        }
    }

    /** What tells one build of Java from another; bin/java.sh reads the same two lines. */
    private static String build(Path release) throws IOException {
        if (!Files.isReadable(release)) {
            return "";
        }
        Properties lines = new Properties();
        try (var in = Files.newBufferedReader(release)) {
            lines.load(in);
        }
        return lines.getProperty("IMPLEMENTOR", "").replace("\"", "")
                + " "
                + lines.getProperty("JAVA_RUNTIME_VERSION", "").replace("\"", "");
    }
}
