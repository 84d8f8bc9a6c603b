package dev.jackfield.resolver.internal.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.internal.names.Names;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostsTest {
    @Test
    void readsEveryGoldenVector() throws IOException {
        int count = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(getClass().getResourceAsStream("/vectors/hosts.jsonl"), US_ASCII))) {
            for (String line; (line = lines.readLine()) != null; count++) {
                JsonObject vector = JsonParser.parseString(line).getAsJsonObject();
                String text = vector.getAsJsonArray("in").get(0).getAsString();
                JsonObject expected = vector.getAsJsonObject(vector.has("deviate") ? "want" : "out");
                assertThat(asHex(parse(text).names()))
                        .as(vector.get("id").getAsString())
                        .isEqualTo(asHex(expected));
            }
        }
        assertThat(count).isEqualTo(22);
    }

    /** In UTF-8, what is a capital letter in ISO 8859-1 is the first octet of any letter. */
    @Test
    void leavesOctetsBeyondAsciiAsTheyAre() {
        assertThat(parse("1.2.3.4 B\u00c3\u00a4\n").names()).containsOnlyKeys("b\u00c3\u00a4");
    }

    @Test
    void readsTheExamplesOfOthers(@TempDir Path folder) throws IOException {
        Path file = Path.of("../../../shared/conformance/dns/hosts-files.json");
        assumeTrue(Files.exists(file));
        JsonObject all = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        for (JsonElement each : all.getAsJsonArray("cases")) {
            JsonObject test = each.getAsJsonObject();
            Path path = folder.resolve("hosts");
            Files.write(path, test.get("content").getAsString().getBytes(UTF_8));
            Hosts hosts = new WatchedFile<>(path, Hosts.LARGEST, Hosts::parse).read();
            for (JsonElement entry : test.getAsJsonArray("entries")) {
                String name = entry.getAsJsonObject().get("name").getAsString();
                assertThat(hosts.addresses(Names.normal(name)))
                        .extracting(IpAddress::toString)
                        .as(test.get("id").getAsString())
                        .isEqualTo(entry.getAsJsonObject().getAsJsonArray("addrs").asList().stream()
                                .map(JsonElement::getAsString)
                                .toList());
            }
            for (JsonElement name : test.getAsJsonArray("absent")) {
                assertThat(hosts.addresses(name.getAsString())).isEmpty();
            }
        }
        assertThat(all.getAsJsonArray("cases")).hasSize(3);
    }

    @Test
    void keepsZones() {
        assertThat(parse("fe80::1%lo0 localhost\n").addresses("localhost"))
                .containsExactly(IpAddress.parseScoped("fe80::1%lo0").orElseThrow());
    }

    @Test
    void takesNoMoreAddressesOfANameThanItsLimit() {
        String text = IntStream.range(0, 20_000)
                .mapToObj(i -> "10." + (i >> 16) + "." + (i >> 8 & 0xFF) + "." + (i & 0xFF) + " a\n")
                .collect(Collectors.joining());
        List<IpAddress> addresses = parse(text).addresses("a");
        assertThat(addresses).hasSize(Hosts.MOST_ADDRESSES);
        assertThat(addresses.get(Hosts.MOST_ADDRESSES - 1)).hasToString("10.0.0.63");
    }

    @Test
    void survivesAnyOctets() {
        byte[] octets = new byte[256];
        IntStream.range(0, 256).forEach(i -> octets[i] = (byte) i);
        assertThat(parse(new String(octets, ISO_8859_1) + "\n1.2.3.4 a").addresses("a"))
                .hasSize(1);
    }

    private static Hosts parse(String text) {
        return Hosts.parse(Path.of("hosts"), text);
    }

    /** The original keeps an address as often as it is written; here once is enough. */
    private static Map<String, List<String>> asHex(JsonObject names) {
        Map<String, List<String>> hex = new TreeMap<>();
        names.asMap().forEach((name, families) -> {
            JsonArray v4 = families.getAsJsonObject().getAsJsonArray("ipv4");
            JsonArray v6 = families.getAsJsonObject().getAsJsonArray("ipv6");
            hex.put(
                    Names.normal(name),
                    Stream.concat(v4.asList().stream(), v6.asList().stream())
                            .map(JsonElement::getAsString)
                            .distinct()
                            .toList());
        });
        return hex;
    }

    private static Map<String, List<String>> asHex(Map<String, List<IpAddress>> names) {
        Map<String, List<String>> hex = new TreeMap<>();
        names.forEach((name, addresses) -> hex.put(
                name,
                addresses.stream()
                        .sorted((a, b) -> Integer.compare(a.octets().length, b.octets().length))
                        .map(address -> HexFormat.of().formatHex(address.octets()))
                        .toList()));
        return hex;
    }
}
