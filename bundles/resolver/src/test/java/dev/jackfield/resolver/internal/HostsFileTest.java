package dev.jackfield.resolver.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostsFileTest {
    @TempDir
    Path folder;

    @Test
    void readsEveryGoldenVector() throws IOException {
        int count = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(getClass().getResourceAsStream("hosts.jsonl"), US_ASCII))) {
            for (String line; (line = lines.readLine()) != null; count++) {
                JsonObject vector = JsonParser.parseString(line).getAsJsonObject();
                String text = vector.getAsJsonArray("in").get(0).getAsString();
                JsonObject expected = vector.getAsJsonObject(vector.has("deviate") ? "want" : "out");
                assertThat(asHex(HostsFile.parse(text)))
                        .as(vector.get("id").getAsString())
                        .isEqualTo(asHex(expected));
            }
        }
        assertThat(count).isEqualTo(22);
    }

    @Test
    void readsAgainWhenTheFileHasChanged() throws IOException {
        Path path = folder.resolve("hosts");
        HostsFile hosts = new HostsFile(path);
        assertThat(hosts.addresses("a")).isEmpty();

        Files.writeString(path, "1.2.3.4 a\n");
        assertThat(hosts.addresses("a")).containsExactly(new Ipv4(0x01020304));

        Files.writeString(path, "1.2.3.4 a\n1.2.3.5 a\n");
        assertThat(hosts.addresses("a")).hasSize(2);

        Files.writeString(path, "1.2.3.4 a\n9.9.9.9 a\n");
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000));
        assertThat(hosts.addresses("a")).containsExactly(new Ipv4(0x01020304), new Ipv4(0x09090909));

        Files.delete(path);
        assertThat(hosts.addresses("a")).isEmpty();
    }

    @Test
    void readsNothingFromWhatIsNoFile() {
        assertThat(new HostsFile(folder).addresses("a")).isEmpty();
    }

    @Test
    void survivesOctetsThatAreNoText() throws IOException {
        Path path = folder.resolve("hosts");
        Files.write(path, "\u00ff\u00fe\u0000\n1.2.3.4 a\n".getBytes(ISO_8859_1));
        assertThat(new HostsFile(path).addresses("a")).hasSize(1);
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
                            .map(address -> address.getAsString())
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
