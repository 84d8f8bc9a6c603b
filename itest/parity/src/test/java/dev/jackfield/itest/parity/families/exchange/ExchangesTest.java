package dev.jackfield.itest.parity.families.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong is found: an answer passes as it is, and no other. */
class ExchangesTest {
    private static final Path VECTORS = Path.of("vectors/exchange.jsonl");

    private final Exchanges exchanges = new Exchanges();
    private Vector chain;

    @BeforeEach
    void read() throws IOException {
        chain = vector("redir/chain/two");
    }

    @Test
    void theAnswerPasses() {
        assertThat(difference(chain)).isEmpty();
    }

    @Test
    void anotherStatusDoesNot() {
        headers(chain).addProperty("Status", "201");
        assertThat(difference(chain)).startsWith("results[0].headers: got ").contains("Status=200", "Status=201");
    }

    @Test
    void anotherRedirectDoesNot() {
        headers(chain).getAsJsonArray("Redirect").get(1).getAsJsonObject().addProperty("x-hop", "3");
        assertThat(difference(chain)).contains("x-hop=2", "x-hop=3");
    }

    @Test
    void oneRedirectLessDoesNot() {
        headers(chain).remove("Redirect");
        assertThat(difference(chain)).startsWith("results[0].headers");
    }

    @Test
    void anotherBodyDoesNot() {
        out(chain).getAsJsonArray("results").get(0).getAsJsonObject().addProperty("body", "other");
        assertThat(difference(chain)).isEqualTo("results[0].body: got \"final\", expected \"other\"");
    }

    @Test
    void anotherRequestDoesNot() {
        JsonObject connection = out(chain).getAsJsonArray("conns").get(0).getAsJsonObject();
        String requests = connection.get("requests").toString().replace("GET /s2 ", "GET /s3 ");
        connection.add("requests", JsonParser.parseString(requests));
        assertThat(difference(chain)).startsWith("conns[0]: got ").contains("GET /s2 ", "GET /s3 ");
    }

    @Test
    void aConnectionThatIsKeptOrNotDoesNot() {
        out(chain).getAsJsonArray("conns").get(0).getAsJsonObject().addProperty("client_closed", true);
        assertThat(difference(chain)).startsWith("conns[0]: got ").contains("open]", "closed by the client]");
    }

    @Test
    void whatIsWantedIsLookedFor() throws IOException {
        Vector leak = vector("proxy/auth-leak-reuse");
        assertThat(difference(leak)).isEmpty();
        JsonObject want = leak.fields().getAsJsonObject("want");
        want.add(
                "requests",
                JsonParser.parseString("[{\"line\":\"POST / HTTP/1.1\",\"headers\":{\"host\":\"b.test\"}}]"));
        want.addProperty("conns", 7);
        want.add(
                "results", JsonParser.parseString("[{\"error\":\"body\",\"redirects\":1,\"url\":\"http://b.test/\"}]"));

        assertThat(difference(leak))
                .contains("results[0].error", "results[0].redirects", "results[0].url", "conns: got 1, expected 7")
                .contains("requests[0].line", "requests[0].host");
    }

    @Test
    void aRefusalThatConnectsIsNone() throws IOException {
        Vector leak = vector("proxy/auth-leak-reuse");
        leak.fields().getAsJsonObject("want").add("results", JsonParser.parseString("[{\"throws_or_error\":1}]"));

        assertThat(difference(leak)).startsWith("results[0].refusal");
    }

    private String difference(Vector vector) {
        Expectation expectation = exchanges.expectation(vector);
        JsonObject got = exchanges.answer(vector).getAsJsonObject();
        String difference = expectation.difference(got);
        assertThat(expectation.isMetBy(got)).isEqualTo(difference.isEmpty());
        return difference;
    }

    private static JsonObject out(Vector vector) {
        return vector.fields().getAsJsonObject("out");
    }

    private static JsonObject headers(Vector vector) {
        return out(vector).getAsJsonArray("results").get(0).getAsJsonObject().getAsJsonObject("headers");
    }

    private static Vector vector(String name) throws IOException {
        String line = Files.readAllLines(VECTORS).stream()
                .filter(candidate -> candidate.contains("\"name\":\"" + name + "\""))
                .findFirst()
                .orElseThrow();
        JsonObject fields = JsonParser.parseString(line).getAsJsonObject();
        return new Vector(fields.get("id").getAsString(), "http_exchange", fields);
    }
}
