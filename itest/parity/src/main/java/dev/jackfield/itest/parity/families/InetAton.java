package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import dev.jackfield.resolver.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * {@code addr.jsonl}: literals and localhost, where all else is a name. The name server knows none, so what the vectors
 * call "DNS" leads to no address; whether it is asked, or the text cannot be a name, makes no difference.
 */
final class InetAton implements Family {
    private final ScriptedResolver resolver;

    InetAton(ScriptedResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Set<String> names() {
        return Set.of("inet_aton");
    }

    @Override
    public JsonElement answer(Vector vector) throws IOException, InterruptedException, ExecutionException {
        String text = vector.argument(0);
        Optional<? extends IpAddress> literal = Ipv4.parse(text).isPresent() ? Ipv4.parse(text) : Ipv6.parse(text);
        if (literal.isPresent()) {
            return Json.array(List.of(Octets.hex(literal.get())));
        }
        try {
            return Json.array(addresses(HostPort.of(text, 0)));
        } catch (IllegalArgumentException noHost) {
            return new JsonArray();
        }
    }

    private List<String> addresses(HostPort name) throws IOException, InterruptedException, ExecutionException {
        return resolver
                .resolve(ScriptedResolver.Setting.NOTHING, name, dev.jackfield.resolver.Family.ANY, Transport.TCP)
                .targets()
                .stream()
                .map(found -> Octets.hex((IpAddress) found.address()))
                .sorted()
                .toList();
    }

    @Override
    public Expectation expectation(Vector vector) {
        Expectation.Value golden = (Expectation.Value) Expectation.of(vector);
        return golden.value().isJsonArray() ? golden : new Expectation.Value(new JsonArray());
    }

    @Override
    public void close() {
        resolver.close();
    }
}
