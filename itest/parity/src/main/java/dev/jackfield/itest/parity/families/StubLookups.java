package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import dev.jackfield.resolver.internal.dns.DnsRecord;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.stub.Answer;
import dev.jackfield.resolver.internal.stub.Stub;
import dev.jackfield.resolver.internal.stub.StubConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.IntPredicate;

/**
 * {@code resolve.jsonl}: search list and aliases, by the stub before a name server with a script. A dot behind a name
 * cannot be seen on the wire.
 */
final class StubLookups implements Family {
    private static final String QUERIES = "queries";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OwnLoop loop;

    StubLookups(OwnLoop loop) {
        this.loop = loop;
    }

    @Override
    public Set<String> names() {
        return Set.of("dns_resolve");
    }

    @Override
    public JsonElement answer(Vector vector) throws IOException, InterruptedException, ExecutionException {
        JsonObject in = vector.in().get(0).getAsJsonObject();
        JsonObject config = in.getAsJsonObject("config");
        Map<String, JsonElement> script = new HashMap<>();
        in.getAsJsonObject("answers").entrySet().forEach(answer -> script.put(answer.getKey(), answer.getValue()));
        try (NameServer server = new NameServer(script)) {
            Stub stub = new Stub(() -> config(config, server.address()));
            RecordType type = RecordType.valueOf(in.get("type").getAsString().toUpperCase(Locale.ROOT));
            IntPredicate wanted = config.has("_accept") ? any -> true : code -> code == type.code();
            Answer answer = loop.call(on -> stub.ask(in.get("name").getAsString(), type, wanted, on));
            JsonObject form = new JsonObject();
            form.addProperty("callbacks", 1);
            form.add(QUERIES, Json.array(server.asked()));
            form.add("answer", records(answer));
            return form;
        }
    }

    @Override
    public Expectation expectation(Vector vector) {
        if (vector.fields().has("deviate")) {
            return Expectation.partial(vector);
        }
        JsonObject members = vector.fields().getAsJsonObject("out").deepCopy();
        members.add(
                QUERIES,
                Json.array(members.getAsJsonArray(QUERIES).asList().stream()
                        .map(query -> query.getAsString().replace(". ", " "))
                        .toList()));
        return new Expectation.Value(members);
    }

    @Override
    public void close() {
        loop.close();
    }

    private static StubConfig config(JsonObject config, InetSocketAddress server) {
        List<String> search = config.has("search")
                ? config.getAsJsonArray("search").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
        int ndots = config.has("ndots") ? config.get("ndots").getAsInt() : 1;
        return new StubConfig(List.of(server), search, ndots, PATIENCE, 1, false, true);
    }

    private static JsonArray records(Answer answer) {
        JsonArray records = new JsonArray();
        if (answer instanceof Answer.Found found) {
            for (DnsRecord record : found.records()) {
                JsonArray texts = DnsData.texts(record.owner(), DnsForm.type(record.type()));
                texts.addAll(DnsData.of(record.data()));
                records.add(texts);
            }
        }
        return records;
    }
}
