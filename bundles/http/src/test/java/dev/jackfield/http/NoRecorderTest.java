package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A JVM that has no Flight Recorder, nor any module but the first. */
class NoRecorderTest {
    @Test
    void theClientWorksWithoutIt() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Asking.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said.lines()).last().isEqualTo("200 hello, no recorder");
            assertThat(java.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            java.destroyForcibly();
        }
    }

    /** One request, and what came of it. */
    static final class Asking {
        private Asking() {}

        public static void main(String[] arguments) throws Exception {
            boolean recorder = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
            try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                    HttpClient client = HttpClient.create()) {
                Response response = client.get(server.url()).get(10, TimeUnit.SECONDS);
                System.out.println(response.status() + " " + response.text() + (recorder ? "" : ", no recorder"));
            }
        }
    }
}
