package dev.jackfield.itest.parity.families.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.jackfield.anyevent.AnyEvent;
import dev.jackfield.anyevent.HttpData;
import dev.jackfield.anyevent.HttpHeaders;
import dev.jackfield.anyevent.HttpParameters;
import dev.jackfield.anyevent.HttpResult;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLSession;

/** Makes one of {@code in.requests}, and writes down what comes of it as {@code out.results} has it. */
final class Caller {
    private final JsonObject wish;
    private final Runnable ended;
    private final JsonObject result = new JsonObject();
    private final JsonArray heads = new JsonArray();
    private final StringBuilder body = new StringBuilder();
    private final ByteArrayOutputStream handed = new ByteArrayOutputStream();
    private Guard guard = () -> {};
    private Wire handle;
    private int called;
    private boolean inside;
    private boolean over;

    /**
     * Nothing asked yet.
     *
     * @param ended is called on the loop as soon as nothing more is to be expected
     */
    Caller(JsonObject wish, Runnable ended) {
        this.wish = wish;
        this.ended = ended;
    }

    /** On the loop. */
    void ask(AnyEvent anyEvent, HttpParameters basics, TurnedLoop loop) {
        inside = true;
        try {
            HttpParameters parameters = new Wishes(wish).over(basics);
            guard = anyEvent.httpRequest(
                    wish.get("method").getAsString(),
                    // What the original calls undef is nothing here, which is no URL either.
                    wish.get("url").isJsonNull() ? "" : wish.get("url").getAsString(),
                    listening(parameters),
                    this::called);
        } catch (IllegalArgumentException refused) {
            result.addProperty("throws", String.valueOf(refused.getMessage()));
            end();
        }
        inside = false;
        if (wish.has("cancel_after")) {
            loop.after(wish.get("cancel_after").getAsLong(), this::cancel);
        }
    }

    boolean over() {
        return over;
    }

    /** Lets go of a connection that was handed over. */
    void forgetHandle() {
        if (handle != null) {
            handle.close();
        }
    }

    JsonObject form() {
        result.addProperty("cb", called);
        if (heads.size() > 0) {
            result.add("on_header", heads);
        }
        if (wish.has("on_body")) {
            result.addProperty("on_body", body.toString());
        }
        if (wish.has("handle_read")) {
            result.addProperty("handle_data", Octets.text(handed.toByteArray()));
        }
        if (!over) {
            result.addProperty("hang", true);
        }
        return result;
    }

    private HttpParameters listening(HttpParameters parameters) {
        HttpParameters more = parameters;
        if (wish.has("on_header")) {
            Rule rule = Rule.of(wish.get("on_header").getAsString());
            more = more.withOnHeader(headers -> {
                heads.add(headers.get(HttpHeaders.STATUS));
                return rule.allows(headers.status(), 0);
            });
        }
        if (wish.has("on_body")) {
            Rule rule = Rule.of(wish.get("on_body").getAsString());
            more = more.withOnBody((octets, headers) -> {
                body.append(Octets.text(octets));
                return rule.allows(headers.status(), body.length());
            });
        }
        return more;
    }

    private void called(HttpData data, HttpHeaders headers) {
        called++;
        result.addProperty("sync", inside);
        result.add("headers", form(headers));
        result.add("body", data instanceof HttpData.Handle opened ? taken(opened.fh()) : form(data));
        if (called == 1) {
            end();
        }
    }

    private void cancel() {
        if (!over) {
            result.addProperty("cancelled", true);
            guard.close();
            end();
        }
    }

    private void end() {
        over = true;
        ended.run();
    }

    private JsonObject taken(Wire wire) {
        handle = wire;
        read();
        JsonObject form = new JsonObject();
        form.addProperty("handle", true);
        form.addProperty("rbuf", Octets.text(handed.toByteArray()));
        form.addProperty("tls", wire.beneath(SSLSession.class).isPresent());
        if (wish.has("handle_read")) {
            wire.whenReadable(this::readOn);
        }
        return form;
    }

    private void readOn() {
        if (read()) {
            handle.whenReadable(this::readOn);
        }
    }

    private boolean read() {
        ByteBuffer buffer = ByteBuffer.allocate(1024);
        try {
            int count;
            while ((count = handle.read(buffer.clear())) > 0) {
                handed.write(buffer.array(), 0, count);
            }
            return count == 0;
        } catch (IOException closedByUs) {
            return false;
        }
    }

    private static JsonElement form(HttpData data) {
        return data instanceof HttpData.Body body ? new JsonPrimitive(Octets.text(body.octets())) : JsonNull.INSTANCE;
    }

    private static JsonObject form(HttpHeaders headers) {
        JsonObject form = new JsonObject();
        headers.forEach(form::addProperty);
        headers.redirect().ifPresent(before -> form.add("Redirect", form(before)));
        return form;
    }

    private static JsonArray form(HttpResult before) {
        JsonArray pair = new JsonArray();
        pair.add(form(before.data()));
        pair.add(form(before.headers()));
        return pair;
    }
}
