package dev.jackfield.connector.plain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.address.HostPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardSocketOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the Perl original's {@code tcp_server} answered, in tcp.jsonl: {@code out.prepare} is what the preparation
 * saw ({@code accepting_already}: a connect went through at that moment); with {@code deviate}, {@code want} counts
 * instead of {@code out}.
 */
class ServerVectorsTest {
    @TempDir
    Path directory;

    record Vector(String id, String name, String function, JsonArray in, JsonObject expected) {
        static Vector of(String line) {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            JsonObject expected = json.getAsJsonObject(json.has("deviate") ? "want" : "out");
            return new Vector(
                    json.get("id").getAsString(),
                    json.get("name").getAsString(),
                    json.get("fn").getAsString(),
                    json.getAsJsonArray("in"),
                    expected);
        }

        @Override
        public String toString() {
            return id + " " + name;
        }
    }

    static List<Vector> vectors() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(ServerVectorsTest.class.getResourceAsStream("/vectors/tcp.jsonl"), US_ASCII))) {
            return lines.lines()
                    .map(Vector::of)
                    .filter(vector -> vector.function().startsWith("tcp_server"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void answersAsTheOriginal(Vector vector) throws IOException {
        if (vector.function().equals("tcp_server_cleanup")) {
            HostPort at = HostPort.unix(directory.resolve("s1.sock").toString());
            Server.bind(at, ServerOptions.defaults()).close();
            assertThat(Files.exists(Path.of(at.service())) ? 1 : 0)
                    .isEqualTo(vector.expected().get("path_exists_after").getAsInt());
        } else if (vector.name().equals("in-use")) {
            try (BoundListener first = Server.bind(HostPort.of("127.0.0.1", 0), ServerOptions.defaults())) {
                refuses(vector, first.local().host(), first.local().port() + "");
            }
        } else if (vector.expected().has("throws")) {
            refuses(vector, host(vector), service(vector));
        } else {
            serves(vector, HostPort.of(host(vector), service(vector)));
        }
    }

    private static void refuses(Vector vector, String host, String service) {
        assertThatThrownBy(() -> Server.bind(HostPort.of(host, service), ServerOptions.defaults()))
                .as(vector.name())
                .isInstanceOfAny(IllegalArgumentException.class, IOException.class);
    }

    private static void serves(Vector vector, HostPort at) throws IOException {
        JsonArray prepared = new JsonArray();
        ServerOptions options = ServerOptions.defaults().withPreparation((channel, local) -> {
            JsonObject seen = new JsonObject();
            seen.addProperty("accepting_already", Clients.reaches(local) ? 1 : 0);
            seen.addProperty("host", local.host());
            boolean unix = local.unix().isPresent();
            seen.addProperty("port", unix ? "<path>" : local.port() != 0 ? "nonzero" : "zero");
            seen.addProperty("reuseaddr", !unix && channel.getOption(StandardSocketOptions.SO_REUSEADDR) ? 1 : 0);
            prepared.add(seen);
            return 0;
        });
        try (BoundListener listener = Server.bind(at, options)) {
            assertThat(prepared).isEqualTo(vector.expected().get("prepare"));
            assertThat(Clients.reaches(listener.local())).isTrue();
            if (vector.expected().has("exists_while_bound")) {
                assertThat(Path.of(listener.local().service())).exists();
            }
        }
    }

    private static String host(Vector vector) {
        return vector.in().get(0).getAsString();
    }

    /** Nothing at all stands for any port, as in the original; paths move into a directory that is there. */
    private String service(Vector vector) {
        JsonElement service = vector.in().get(1);
        String text = service.equals(JsonNull.INSTANCE) ? "" : service.getAsString();
        return text.isEmpty() ? "0" : text.replace("/tmp/vectors", directory.toString());
    }
}
