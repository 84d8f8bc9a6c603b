package dev.jackfield.itest.parity.families;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.address.IpAddress;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import dev.jackfield.resolver.internal.stub.StubConfig;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code resolvconf.jsonl}: resolv.conf. The vectors that deviate have no {@code want}, but say what is meant: no server
 * may be taken that the file does not name by its address, a zone allowed. The dot behind a suffix is not kept here.
 */
final class ResolvConfs implements Family {
    private static final String SEARCH = "search";
    private static final String STRANGERS = "strangers";
    private static final String SERVERS = "servers";
    private static final String TIMEOUTS = "timeouts";
    private static final String TRIES = "tries";

    @Override
    public Set<String> names() {
        return Set.of("parse_resolv_conf");
    }

    @Override
    public JsonElement answer(Vector vector) throws IOException {
        StubConfig conf = OneFile.read(OneFile.RESOLV_CONF, vector.argument(0).getBytes(ISO_8859_1))
                .dns();
        List<String> timeouts = conf.timeouts().stream()
                .map(timeout -> String.valueOf(timeout.toSeconds()))
                .toList();
        List<String> servers = conf.servers().stream()
                .map(server -> Octets.hex(server.getAddress().getAddress()))
                .toList();
        JsonObject answer = new JsonObject();
        answer.addProperty("ndots", String.valueOf(conf.ndots()));
        answer.add(SEARCH, Json.array(conf.search()));
        answer.add(SERVERS, Json.array(servers));
        answer.add(STRANGERS, Json.array(strangers(servers, vector.argument(0))));
        answer.add(TIMEOUTS, Json.array(timeouts));
        answer.addProperty(TRIES, timeouts.size() * servers.size());
        return answer;
    }

    @Override
    public Expectation expectation(Vector vector) {
        JsonObject members = vector.fields().getAsJsonObject("out").deepCopy();
        members.add(SEARCH, withoutDots(members.getAsJsonArray(SEARCH)));
        members.add(STRANGERS, new JsonArray());
        if (vector.fields().has("deviate")) {
            // How often whom is asked depends on the servers that it is about.
            Set.of(SERVERS, TIMEOUTS, TRIES).forEach(members::remove);
        }
        return new Expectation.Members(members);
    }

    /** Servers whose address the text does not have. */
    private static List<String> strangers(List<String> servers, String text) {
        Set<String> named = Arrays.stream(text.split("[\\s;#]"))
                .flatMap(word -> IpAddress.parseScoped(word).stream())
                .map(Octets::hex)
                .collect(Collectors.toSet());
        return servers.stream().filter(server -> !named.contains(server)).toList();
    }

    private static JsonArray withoutDots(JsonArray suffixes) {
        return Json.array(suffixes.asList().stream()
                .map(suffix -> suffix.getAsString().replaceFirst("\\.$", ""))
                .toList());
    }
}
