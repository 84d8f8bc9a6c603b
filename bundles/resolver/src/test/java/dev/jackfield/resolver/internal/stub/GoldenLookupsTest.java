package dev.jackfield.resolver.internal.stub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsMessage;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.DnsRecord;
import dev.jackfield.resolver.internal.dns.GoldenForm;
import dev.jackfield.resolver.internal.dns.MalformedMessage;
import dev.jackfield.resolver.internal.dns.MessageReader;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.dns.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden vectors of search lists and aliases; the README in itest/parity/vectors explains the fields. */
class GoldenLookupsTest {
    record Golden(String id, JsonObject in, JsonObject out) {
        RecordType type() {
            return RecordType.valueOf(in.get("type").getAsString().toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static List<Golden> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                GoldenLookupsTest.class.getResourceAsStream("/vectors/resolve.jsonl"), US_ASCII))) {
            return lines.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .map(line -> new Golden(
                            line.get("name").getAsString(),
                            line.getAsJsonArray("in").get(0).getAsJsonObject(),
                            line.getAsJsonObject("out")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void areAllThere() {
        assertThat(all()).hasSize(25);
    }

    @ParameterizedTest
    @MethodSource("all")
    void looksUp(Golden golden) throws MalformedMessage {
        JsonObject config = golden.in.getAsJsonObject("config");
        IntPredicate wanted = config.has("_accept")
                ? any -> true
                : code -> code == golden.type().code();
        Lookup lookup = new Lookup(SearchList.names(golden.in.get("name").getAsString(), config(config)), wanted);
        List<String> asked = new ArrayList<>();
        Lookup.Next next = lookup.begin();
        while (next instanceof Lookup.Next.Ask ask) {
            asked.add(GoldenForm.name(ask.name()) + " " + golden.in.get("type").getAsString());
            next = lookup.reply(reply(golden, asked.get(asked.size() - 1)));
        }
        // On the wire a dot behind the name makes no difference.
        assertThat(asked)
                .isEqualTo(golden.out.getAsJsonArray("queries").asList().stream()
                        .map(query -> query.getAsString().replace(". ", " "))
                        .toList());
        assertThat(form(((Lookup.Next.Done) next).answer())).isEqualTo(golden.out.getAsJsonArray("answer"));
    }

    private static StubConfig config(JsonObject config) {
        List<String> search = config.has("search")
                ? config.getAsJsonArray("search").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
        int ndots = config.has("ndots") ? config.get("ndots").getAsInt() : 1;
        return new StubConfig(List.of(), search, ndots, Duration.ofSeconds(5), 2, false, true);
    }

    private static Reply reply(Golden golden, String query) throws MalformedMessage {
        JsonElement answers = golden.in.getAsJsonObject("answers").get(query);
        if (answers != null && answers.isJsonPrimitive()) {
            return new Reply.None(new Answer.Failed(Reason.SERVER_FAILED, "FAIL"));
        }
        JsonArray records = answers == null ? new JsonArray() : answers.getAsJsonArray();
        Wire wire = Wire.message(1, 0x8180, 0, records.size(), 0, 0);
        for (JsonElement record : records) {
            JsonArray texts = record.getAsJsonArray();
            RecordType type = RecordType.valueOf(texts.get(1).getAsString().toUpperCase(Locale.ROOT));
            wire.record(texts.get(0).getAsString(), type, 60, data(type, texts));
        }
        DnsMessage message = MessageReader.read(wire.octets());
        return new Reply.Message(message);
    }

    private static Wire data(RecordType type, JsonArray texts) {
        String first = texts.get(2).getAsString();
        return switch (type) {
            case A, AAAA -> new Wire().octets(IpAddress.of(first).octets());
            case CNAME -> new Wire().name(first);
            case TXT -> new Wire().string(first);
            case SRV ->
                new Wire()
                        .u16(
                                texts.get(2).getAsInt(),
                                texts.get(3).getAsInt(),
                                texts.get(4).getAsInt())
                        .name(DnsName.of(texts.get(5).getAsString()));
            default -> throw new AssertionError("No golden vector has " + type);
        };
    }

    private static JsonArray form(Answer answer) {
        JsonArray form = new JsonArray();
        if (answer instanceof Answer.Found found) {
            for (DnsRecord record : found.records()) {
                JsonArray texts = new JsonArray();
                texts.add(GoldenForm.name(record.owner()));
                texts.add(GoldenForm.type(record.type()));
                texts.addAll(GoldenForm.data(record.data()));
                form.add(texts);
            }
        }
        return form;
    }
}
