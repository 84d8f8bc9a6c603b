package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.address.HostPort;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * {@code sockaddr.jsonl}: names with services to targets, by the standard resolver before a name server with a script.
 *
 * <p>Some of it is compared otherwise than it is written. Which address comes first depends on those of this machine (RFC
 * 6724), and questions go out in parallel, so both are sorted. A dot behind a name cannot be seen on the wire. Where the
 * original calls back with nothing, or raises an exception, ours fails; and ours never calls back before the call has
 * returned.
 */
final class Lookups implements Family {
    private final ScriptedResolver resolver;

    Lookups(ScriptedResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Set<String> names() {
        return Set.of("resolve_sockaddr");
    }

    @Override
    public JsonElement answer(Vector vector) throws IOException, InterruptedException, ExecutionException {
        JsonObject in = vector.in().get(0).getAsJsonObject();
        ScriptedResolver.Result result = result(in);
        if (!result.failure().isEmpty() && Json.isRefusal(vector.fields().get("out"))) {
            throw new IllegalArgumentException(result.failure());
        }
        return SocketForm.of(result);
    }

    private ScriptedResolver.Result result(JsonObject in) throws IOException, InterruptedException, ExecutionException {
        HostPort target;
        try {
            target = HostPort.of(SocketForm.text(in, "node", ""), SocketForm.text(in, "service", ""));
        } catch (IllegalArgumentException e) {
            return ScriptedResolver.Result.refused(e);
        }
        return resolver.resolve(
                new ScriptedResolver.Setting(Script.of(in.getAsJsonObject("dns")), SocketForm.text(in, "hosts", "")),
                target,
                SocketForm.family(in),
                SocketForm.transport(in, target));
    }

    @Override
    public Expectation expectation(Vector vector) {
        return SocketForm.comparable(Expectation.partial(vector));
    }

    @Override
    public void close() {
        resolver.close();
    }
}
