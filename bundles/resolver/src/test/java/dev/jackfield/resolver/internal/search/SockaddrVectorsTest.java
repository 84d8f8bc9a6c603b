package dev.jackfield.resolver.internal.search;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolverOptions.Order;
import dev.jackfield.resolver.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the original does, with {@link Order#DNS_FIRST}. Its order of the families is a setting; ours comes from what the
 * machine can reach, so here it can reach the first of them only. Kinds of sockets are not the resolver's business.
 */
class SockaddrVectorsTest {
    /** Where we are meant to do something else. */
    private static final Map<String, String> DEVIATIONS = Map.of(
            "only4-want6", "a family that is wanted is not switched off by a setting: there is none",
            "only6-want4", "a family that is wanted is not switched off by a setting: there is none",
            "srv-name-with-dot", "the order of SRV records goes before that of the families",
            "srv-target-ip", "a target that looks like an address is none, and no name server is asked for it",
            "space", "a blank in a name is refused, and no name server is asked",
            "bad-quad", "what looks like an address but is none is refused, and no name server is asked",
            "long-name", "a name that is too long is refused, and no name server is asked");

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(getClass().getResourceAsStream("/vectors/sockaddr.jsonl"), US_ASCII))) {
            List<JsonObject> vectors = lines.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
            assertThat(vectors).hasSize(48);
            return vectors.stream().map(vector -> {
                String name = vector.get("name").getAsString();
                return DynamicTest.dynamicTest(name, () -> {
                    if (DEVIATIONS.containsKey(name)) {
                        assertThatThrownBy(() -> check(vector)).isInstanceOf(AssertionError.class);
                    } else {
                        check(vector);
                    }
                });
            });
        }
    }

    private static void check(JsonObject vector) throws Throwable {
        JsonObject in = vector.getAsJsonArray("in").get(0).getAsJsonObject();
        JsonObject expected = vector.getAsJsonObject(vector.has("deviate") ? "want" : "out");
        Scene scene = scene(in);
        if (expected.has("throws")) {
            assertThatThrownBy(() -> scene.resolve(query(scene, in)))
                    .isInstanceOfAny(IllegalArgumentException.class, ResolveFailure.class);
            return;
        }
        List<String> found = resolve(scene, in);
        if (expected.has("result")) {
            assertThat(found).isEqualTo(results(expected.getAsJsonArray("result")));
        }
        if (expected.has("result_hosts")) {
            assertThat(found)
                    .isEqualTo(strings(expected.getAsJsonArray("result_hosts"))
                            .map(host -> HostPort.of(host, 80).toString())
                            .toList());
        }
        if (expected.has("queries")) {
            assertThat(scene.dns.asked)
                    .containsExactlyInAnyOrderElementsOf(
                            strings(expected.getAsJsonArray("queries")).toList());
        }
    }

    private static Scene scene(JsonObject in) {
        Scene scene = new Scene();
        scene.order = Order.DNS_FIRST;
        scene.hosts = in.has("hosts") ? in.get("hosts").getAsString() : "";
        String protocols = text(in, "protocols", "ipv4,ipv6");
        scene.reachesFour = protocols.startsWith("ipv4");
        scene.reachesSix = !scene.reachesFour;
        if (in.has("dns")) {
            in.getAsJsonObject("dns")
                    .asMap()
                    .forEach((question, answers) -> scene.dns.with(
                            question,
                            answers.getAsJsonArray().asList().stream()
                                    .map(SockaddrVectorsTest::data)
                                    .toArray(String[]::new)));
        }
        return scene;
    }

    private static List<String> resolve(Scene scene, JsonObject in) throws Throwable {
        try {
            return scene.resolve(query(scene, in)).stream()
                    .map(text -> text.replaceFirst("(?<=:[0-9]{1,5})/[0-9]+$", ""))
                    .toList();
        } catch (ResolveFailure | IllegalArgumentException none) {
            return List.of();
        }
    }

    private static Query query(Scene scene, JsonObject in) {
        String families = text(in, "family", "0");
        Family family = switch (families.equals("0") ? text(in, "protocols", "") : families) {
            case "4", "ipv4" -> Family.IPV4;
            case "6", "ipv6" -> Family.IPV6;
            default -> Family.ANY;
        };
        String proto = text(in, "proto", "tcp");
        Transport transport = proto.equals("bogus") ? Transport.TCP : Transport.valueOf(proto.toUpperCase(Locale.ROOT));
        return scene.query(HostPort.of(text(in, "node", ""), text(in, "service", "")))
                .withFamily(family)
                .withTransport(transport);
    }

    private static String data(JsonElement answer) {
        return answer.isJsonArray()
                ? String.join(" ", strings(answer.getAsJsonArray()).toList())
                : answer.getAsString();
    }

    private static List<String> results(JsonArray results) {
        return results.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(result -> {
                    String host = result.get("host").getAsString();
                    String port = result.get("port").getAsString();
                    return host.equals("unix/")
                            ? HostPort.unix(port).toString()
                            : HostPort.of(IpAddress.of(host).toString(), port).toString();
                })
                .toList();
    }

    private static Stream<String> strings(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString);
    }

    private static String text(JsonObject in, String key, String otherwise) {
        return in.has(key) ? in.get(key).getAsString() : otherwise;
    }
}
