package dev.jackfield.itest.parity.families.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.testkit.PipeWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Plays one member of {@code in.conns}, from the moment in which the client is connected. */
final class ScriptedServer {
    private final TurnedLoop loop;
    private final Certificates certificates;
    private final JsonArray steps;
    private final PipeWire wire;
    private final ServerStream stream;
    private final SentRequests sent = new SentRequests();
    /** Came while nobody looked. */
    private final ByteArrayOutputStream unread = new ByteArrayOutputStream();

    private int at;
    private int taken;
    private boolean busy;
    private boolean ended;
    private boolean closedHere;

    ScriptedServer(TurnedLoop loop, Certificates certificates, JsonArray steps, PipeWire wire) {
        this.loop = loop;
        this.certificates = certificates;
        this.steps = steps;
        this.wire = wire;
        this.stream = new ServerStream(wire, this::received, () -> {});
    }

    void start() {
        stream.start();
        play();
    }

    /** As {@code out.conns} has it. */
    void addTo(JsonObject form) {
        form.add("requests", Json.array(sent.whole()));
        form.addProperty("client_closed", stream.over() && !closedHere);
    }

    private void received(byte[] octets) {
        unread.writeBytes(octets);
        play();
    }

    private void look() {
        sent.add(unread.toByteArray());
        unread.reset();
    }

    private void play() {
        while (!busy && at < steps.size()) {
            JsonObject step = steps.get(at).getAsJsonObject();
            String kind = step.keySet().iterator().next();
            if (kind.equals("req")) {
                look();
                if (sent.whole().size() == taken) {
                    return;
                }
            }
            at++;
            play(kind, step.get(kind));
        }
        if (!busy && !ended) {
            look();
        }
    }

    private void play(String kind, JsonElement value) {
        switch (kind) {
            case "req" -> taken++;
            case "send" -> stream.send(Octets.of(value.getAsString()));
            case "tls" -> stream.encrypt(certificates.engine(value.getAsString()));
            case "sleep" -> later(value.getAsLong(), () -> {});
            case "close" -> end(wire::close);
            case "tlsclose" -> {
                stream.farewell();
                end(wire::close);
            }
            case "shut" -> stream.then(this::shut);
            // A reset overtakes nothing that has arrived, so there has to be time to arrive.
            case "rst" -> later(1, () -> end(() -> wire.reset(new IOException("Connection reset by peer"))));
            default -> throw new IllegalStateException("Expected a known step, got " + kind);
        }
    }

    private void later(long millis, Runnable task) {
        busy = true;
        loop.after(millis, () -> {
            busy = false;
            task.run();
            play();
        });
    }

    private void end(Runnable how) {
        at = steps.size();
        ended = true;
        closedHere = !stream.over();
        stream.then(how);
    }

    private void shut() {
        try {
            wire.shutdownOutput();
        } catch (IOException clientHasGone) {
            // then it knows
        }
    }
}
