package dev.jackfield.address.internal.idn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.address.HostName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every vector of the original for names, with its deviations. */
class GoldenNamesTest {
    private static final String REFUSED = "refused";

    /** What we answer otherwise to which input. */
    private static final Map<String, String> CONTESTED = Map.of(
            // Capitals mean the same to the DNS (RFC 4343), and equal names have to look alike to be found in a cache.
            "EXAMPLE.com", "example.com",
            // Was mapped to ss; since Unicode 15.1 to the small letter, which is its lower case.
            "\u1E9E.de", "xn--zca.de",
            // Was disallowed for an error in its mapping, which Unicode has corrected, in UTS-46 with version 16.
            "\uD87E\uDC68.x", "xn--snl.x");

    @Test
    void names() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        List<String> lines = lines();
        for (String line : lines) {
            JsonObject vector = JsonParser.parseString(line).getAsJsonObject();
            String in = vector.getAsJsonArray("in").get(0).getAsString();
            JsonElement expected = vector.get(vector.has("deviate") ? "want" : "out");
            softly.assertThat(HostName.parse(in).map(HostName::text).orElse(REFUSED))
                    .as(line)
                    .isEqualTo(
                            CONTESTED.getOrDefault(in, expected.isJsonPrimitive() ? expected.getAsString() : REFUSED));
        }
        softly.assertAll();
        assertThat(lines).hasSize(45);
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(GoldenNamesTest.class.getResourceAsStream("/vectors/addr.jsonl"), US_ASCII))) {
            return lines.lines()
                    .filter(line -> line.contains("\"fn\":\"idn_to_ascii\""))
                    .toList();
        }
    }
}
