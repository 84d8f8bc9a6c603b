package dev.jackfield.resolver.internal.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Test data of other projects, where it lies beside the checkout. */
class ConformanceTest {
    private static final Path FOLDER = Path.of("..", "..", "..", "shared", "conformance", "dns");

    @Test
    void readsNamesAsGlibcDoes() throws IOException, MalformedMessage {
        List<String> forward = new ArrayList<>();
        for (JsonObject test : cases("glibc-ns_name.json")) {
            String id = test.get("id").getAsString();
            byte[] packet = packet(test);
            WireReader in = new WireReader(packet, packet.length);
            int offset = test.get("offset").getAsInt();
            if (test.get("consumed").isJsonNull()) {
                assertThatThrownBy(() -> nameAt(in, offset)).as(id).isInstanceOf(MalformedMessage.class);
                continue;
            }
            DnsName name;
            try {
                name = nameAt(in, offset);
            } catch (MalformedMessage e) {
                assertThat(e).as(id).hasMessageContaining("pointer");
                forward.add(id.substring(id.indexOf('#')));
                continue;
            }
            assertThat(in.at() - offset).as(id).isEqualTo(test.get("consumed").getAsInt());
            assertThat(name).as(id).hasToString(test.get("text").getAsString());
            byte[] wire = Base64.getDecoder().decode(test.get("wire_name").getAsString());
            assertThat(wireOf(name)).as(id).isEqualTo(wire);
            if (name != DnsName.ROOT) {
                assertThat(wireOf(DnsName.of(name.toString()))).as(id).isEqualTo(wire);
            }
        }
        // glibc follows pointers to places behind, too; RFC 1035 section 4.1.4 knows prior occurrences only.
        assertThat(forward).containsExactly("#52", "#66", "#312", "#314", "#404");
    }

    @Test
    void readsOrRefusesWhatOthersFoundByFuzzing() throws IOException {
        List<String> read = new ArrayList<>();
        for (JsonObject test : cases("c-ares-fuzzinput.json")) {
            try {
                MessageReader.read(packet(test));
                read.add(test.get("id").getAsString());
            } catch (MalformedMessage refused) {
                assertThat(refused.offset()).isBetween(0, packet(test).length);
            }
        }
        assertThat(read).hasSizeGreaterThan(10);
    }

    private static DnsName nameAt(WireReader in, int offset) throws MalformedMessage {
        in.skip(offset, "what comes before");
        return in.name();
    }

    private static byte[] wireOf(DnsName name) {
        ByteBuffer wire = ByteBuffer.allocate(name.length());
        name.writeTo(wire);
        return wire.array();
    }

    private static byte[] packet(JsonObject test) {
        String packet = test.get("packet").getAsString();
        return packet.equals("-") ? new byte[0] : Base64.getDecoder().decode(packet);
    }

    private static List<JsonObject> cases(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), () -> path + " is not there");
        return JsonParser.parseString(Files.readString(path))
                .getAsJsonObject()
                .getAsJsonArray("cases")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }
}
