package dev.jackfield.resolver.internal.dns;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden vectors of messages; the README in itest/parity/vectors explains the fields. */
class GoldenMessagesTest {
    record Golden(String id, String function, JsonArray in, JsonElement expected) {
        boolean refused() {
            return expected.isJsonObject() && expected.getAsJsonObject().has("throws");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static List<Golden> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                GoldenMessagesTest.class.getResourceAsStream("/vectors/dnsmsg.jsonl"), US_ASCII))) {
            return lines.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .map(line -> new Golden(
                            line.get("id").getAsString(),
                            line.get("fn").getAsString(),
                            line.getAsJsonArray("in"),
                            line.get(line.has("deviate") ? "want" : "out")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Golden> unpack() {
        return all().stream().filter(golden -> golden.function.equals("dns_unpack"));
    }

    static Stream<Golden> pack() {
        return all().stream().filter(golden -> !golden.function.equals("dns_unpack"));
    }

    @Test
    void areAllThere() {
        assertThat(all()).hasSize(77);
    }

    @ParameterizedTest
    @MethodSource
    void unpack(Golden golden) throws MalformedMessage {
        byte[] message = HexFormat.of().parseHex(golden.in.get(0).getAsString());
        if (golden.refused()) {
            assertThatThrownBy(() -> MessageReader.read(message)).isInstanceOf(MalformedMessage.class);
            return;
        }
        JsonObject expected = golden.expected.getAsJsonObject();
        JsonObject actual = GoldenForm.of(MessageReader.read(message));
        actual.keySet().retainAll(expected.keySet());
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource
    void pack(Golden golden) {
        String name = golden.in.get(0).getAsString();
        String type = golden.in.get(1).getAsString();
        boolean edns = golden.function.equals("dns_pack_edns");
        if (golden.refused()) {
            assertThatThrownBy(() -> write(name, type, edns)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(write(name, type, edns)).isEqualTo(golden.expected.getAsString());
        }
    }

    private static String write(String name, String type, boolean edns) {
        Question question = new Question(DnsName.of(name), GoldenForm.type(type), DnsRecord.INTERNET);
        return HexFormat.of()
                .formatHex(QueryWriter.write(edns ? 1 : 0x1234, question, edns ? 4096 : QueryWriter.NO_EDNS));
    }
}
