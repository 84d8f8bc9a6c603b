package dev.jackfield.itest.parity.families.responses;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Vector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code conformance/http-responses}: what a server sends, and what the client makes of it over a wire in memory. Once in
 * the pieces of the case, as the answer to one request. And once in single octets, so that one request after the other
 * takes what is its own, as long as the client keeps the connection.
 */
public final class RawResponses implements Family {
    @Override
    public Set<String> names() {
        return Set.of("http-response/1");
    }

    @Override
    public JsonElement answer(Vector vector) throws Exception {
        RawCase raw = RawCase.of(vector);
        if (raw.method().equals("CONNECT")) {
            return form(Opened.tunnel(raw), List.of());
        }
        Seen whole = once(raw);
        List<Seen> each = inTurn(raw.dripping());
        Seen first = each.get(0);
        if (!first.messages().equals(whole.messages()) || !first.error().equals(whole.error())) {
            throw new IllegalStateException("Expected the same in single octets as " + whole + ", got " + first);
        }
        List<JsonObject> later = new ArrayList<>();
        each.stream().skip(1).forEach(seen -> later.addAll(seen.messages()));
        return form(whole, later);
    }

    @Override
    public Expectation expectation(Vector vector) {
        return new Expectation.Compared(got -> new Judgement(Expected.of(vector)).of(got.getAsJsonObject()));
    }

    private static Seen once(RawCase raw) throws IOException {
        try (Replay replay = new Replay(raw)) {
            Seen seen = replay.ask();
            if (!seen.good() && !replay.closed()) {
                throw new IllegalStateException("Expected a connection to be closed after " + seen.error());
            }
            return seen;
        }
    }

    private static List<Seen> inTurn(RawCase raw) throws IOException {
        List<Seen> each = new ArrayList<>();
        try (Replay replay = new Replay(raw)) {
            while (replay.goesOn()) {
                each.add(replay.ask());
            }
        }
        return each;
    }

    private static JsonObject form(Seen first, List<JsonObject> later) {
        JsonObject form = new JsonObject();
        form.addProperty("verdict", first.verdict());
        form.addProperty("error", first.error());
        List<JsonObject> messages = new ArrayList<>(first.messages());
        messages.addAll(later);
        form.add("messages", new Gson().toJsonTree(messages));
        return form;
    }
}
