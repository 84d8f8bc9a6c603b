package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import dev.jackfield.address.HostName;
import dev.jackfield.cookies.PublicSuffixes;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.util.Optional;
import java.util.Set;

/** {@code conformance/psl}: the domains that somebody owns, by the list that we ship. */
final class Suffixes implements Family {

    @Override
    public Set<String> names() {
        return Set.of("psl/1");
    }

    @Override
    public Expectation expectation(Vector vector) {
        return new Expectation.Value(vector.fields().get("registrable"));
    }

    @Override
    public JsonElement answer(Vector vector) {
        JsonElement input = vector.fields().get("input");
        Optional<HostName> host = input.isJsonNull() ? Optional.empty() : HostName.parse(input.getAsString());
        Optional<String> owned = host.flatMap(name -> PublicSuffixes.shipped().registrable(name.text()));
        // In the letters in which it was asked for.
        boolean ascii = host.isEmpty() || input.getAsString().chars().allMatch(c -> c < 0x80);
        return Json.of(
                owned.map(name -> ascii ? name : HostName.of(name).toUnicode()).orElse(null));
    }
}
