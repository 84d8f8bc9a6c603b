package dev.jackfield.address.internal.idn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.address.internal.idn.Uts46.Flag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test data of the web platform and of the original, from beside the project and no part of it. None is contested. */
class UrlConformanceTest {
    private static final Path FOLDER = Path.of("../../../shared/conformance/url");
    private static final Set<Flag> URL = Set.of(Flag.URL_HOST, Flag.TRUST_ASCII);

    @ParameterizedTest
    @CsvSource({"IdnaTestV2, 1765", "toascii, 87", "idna-anyevent, 5"})
    void names(String file, int count) throws IOException {
        List<JsonElement> cases = cases(file);
        assertThat(cases).hasSize(count);
        Map<String, String> failures = new TreeMap<>();
        for (JsonElement element : cases) {
            JsonObject wanted = element.getAsJsonObject();
            String expected = wanted.get("output").isJsonNull()
                    ? null
                    : wanted.get("output").getAsString();
            String got = toAscii(wanted.get("input").getAsString());
            if (expected == null ? got != null : !expected.equals(got)) {
                failures.put(wanted.get("id").getAsString(), wanted + " is " + got);
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void punycode() throws IOException {
        List<JsonElement> cases = cases("punycode");
        assertThat(cases).hasSize(25);
        for (JsonElement element : cases) {
            String decoded = element.getAsJsonObject().get("decoded").getAsString();
            String encoded = element.getAsJsonObject().get("encoded").getAsString();
            assertThat(Punycode.encode(CodePoints.of(decoded))).isEqualTo(encoded);
            assertThat(Punycode.decode(CodePoints.of(encoded), 0)).hasToString(decoded);
        }
    }

    private static String toAscii(String input) {
        try {
            return Uts46.toAscii(input, URL);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<JsonElement> cases(String file) throws IOException {
        Path path = FOLDER.resolve(file + ".json");
        assumeTrue(Files.exists(path), "Skipped: the test data " + path + " is not beside the project");
        return JsonParser.parseString(Files.readString(path))
                .getAsJsonObject()
                .getAsJsonArray("cases")
                .asList();
    }
}
