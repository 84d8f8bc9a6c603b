package dev.jackfield.resolver.internal.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.resolver.internal.names.Names;
import dev.jackfield.resolver.internal.stub.StubConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvConfTest {
    private static final String MARKED_PUBLIC = "public-fallback";

    /**
     * All but the times: the original has a list of them (2, 5 and 5 seconds) where everybody else has one for all tries.
     * Where it takes public servers we have none, and so where it takes what is no address.
     */
    @Test
    void readsEveryGoldenVector() throws IOException {
        int count = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(getClass().getResourceAsStream("/vectors/resolvconf.jsonl"), US_ASCII))) {
            for (String line; (line = lines.readLine()) != null; count++) {
                JsonObject vector = JsonParser.parseString(line).getAsJsonObject();
                JsonObject out = vector.getAsJsonObject("out");
                StubConfig conf = parse(vector.getAsJsonArray("in").get(0).getAsString());
                assertThat(conf.ndots())
                        .as(vector.get("id").getAsString())
                        .isEqualTo(out.get("ndots").getAsInt());
                assertThat(conf.search())
                        .isEqualTo(strings(out, "search").stream()
                                .map(Names::normal)
                                .toList());
                if (vector.get("in").toString().contains("%")) {
                    // Whether there is such a zone depends on the machine.
                    continue;
                }
                boolean deviates = vector.has("deviate");
                assertThat(deviates).isEqualTo(strings(out, "servers").contains(MARKED_PUBLIC) || isUnix(out));
                assertThat(servers(conf)).isEqualTo(deviates ? List.of() : strings(out, "servers"));
            }
        }
        assertThat(count).isEqualTo(25);
    }

    @Test
    void hasTheDefaultsOfEverybody() {
        assertThat(parse("")).isEqualTo(StubConfig.defaults(List.of()));
    }

    @Test
    void readsOptions() {
        StubConfig conf = parse("options timeout:3 attempts:4\noptions NDOTS:2 rotate edns0 use-vc unheard-of:1 \n");
        assertThat(conf.timeouts()).isEqualTo(Collections.nCopies(4, Duration.ofSeconds(3)));
        assertThat(conf.ndots()).isEqualTo(2);
        assertThat(conf.rotate()).isTrue();
        assertThat(conf.edns()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ndots:99999999999999999999, 15, 2 5 5",
        "timeout:31, 1, 30 30",
        "attempts:6, 1, 2 2 2 2 2",
        "timeout:0, 1, 2 5 5",
        "attempts:0, 1, 2 5 5",
        "ndots:, 1, 2 5 5",
        "ndots, 1, 2 5 5",
        "timeout:-1, 1, 2 5 5",
        "timeout:1s, 1, 2 5 5",
        "timeout:\u0663, 1, 2 5 5"
    })
    void keepsNumbersWithinTheirBounds(String option, int ndots, String timeouts) {
        StubConfig conf = parse("options " + option);
        assertThat(conf.ndots()).isEqualTo(ndots);
        assertThat(conf.timeouts())
                .isEqualTo(Stream.of(timeouts.split(" "))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .toList());
    }

    @Test
    void takesTheFirstThreeServersAsEverybodyDoes() {
        String text = IntStream.range(1, 9)
                .mapToObj(i -> "nameserver 192.0.2." + i + "\n")
                .collect(Collectors.joining());
        assertThat(servers(parse(text))).containsExactly("c0000201", "c0000202", "c0000203");
    }

    @Test
    void takesNoLongerSearchListThanItsLimit() {
        String text = IntStream.range(0, 100).mapToObj(i -> " s" + i).collect(Collectors.joining("", "search", ""));
        assertThat(parse(text).search()).hasSize(StubConfig.MOST_SEARCH).startsWith("s0", "s1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search a..b c.test", "search c.test \\046", "search c.test .", "search c.test b\u00fc"})
    void skipsSuffixesThatAreNoNames(String text) {
        assertThat(parse(text).search()).isSubsetOf("c.test");
    }

    @Test
    void knowsTheZonesOfThisMachine() throws IOException {
        NetworkInterface some = NetworkInterface.networkInterfaces().findFirst().orElseThrow();
        StubConfig conf =
                parse("nameserver fe80::1%" + some.getName() + "\nnameserver fe80::2%nowhere0\nnameserver fe80::3%7");
        assertThat(conf.servers())
                .extracting(server -> ((java.net.Inet6Address) server.getAddress()).getScopeId())
                .containsExactly(some.getIndex(), 7);
    }

    @Test
    void survivesAnyOctets() {
        byte[] octets = new byte[256];
        IntStream.range(0, 256).forEach(i -> octets[i] = (byte) i);
        String junk = new String(octets, ISO_8859_1);
        assertThat(servers(parse(junk + "\nnameserver " + junk + "\nnameserver 1.2.3.4 5.6.7.8\nnameserver\n"
                        + "nameserver 1.2.3.4")))
                .containsExactly("01020304");
    }

    private static StubConfig parse(String text) {
        return ResolvConf.parse(Path.of("resolv.conf"), text);
    }

    private static boolean isUnix(JsonObject out) {
        return strings(out, "servers").contains("0100");
    }

    private static List<String> servers(StubConfig conf) {
        return conf.servers().stream()
                .map(server -> HexFormat.of().formatHex(server.getAddress().getAddress()))
                .toList();
    }

    private static List<String> strings(JsonObject object, String key) {
        return object.getAsJsonArray(key).asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }
}
