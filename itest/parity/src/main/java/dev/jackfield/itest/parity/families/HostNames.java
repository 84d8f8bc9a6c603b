package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.address.HostName;
import dev.jackfield.address.internal.idn.CodePoints;
import dev.jackfield.address.internal.idn.Punycode;
import dev.jackfield.address.internal.idn.Uts46;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.util.EnumSet;
import java.util.Set;

/** {@code addr.jsonl} and {@code conformance/url}: names beyond ASCII. */
final class HostNames implements Family {
    private static final String GOLDEN = "idn_to_ascii";
    private static final String UTS46 = "idna/1";
    private static final String PUNYCODE = "punycode/1";

    /** As the URL standard sets them; the cases are made for it. */
    private static final Set<Uts46.Flag> URL = EnumSet.of(Uts46.Flag.URL_HOST, Uts46.Flag.TRUST_ASCII);

    @Override
    public Set<String> names() {
        return Set.of(GOLDEN, UTS46, PUNYCODE);
    }

    @Override
    public JsonElement answer(Vector vector) {
        return switch (vector.name()) {
            case GOLDEN -> Json.of(HostName.of(vector.argument(0)).text());
            case UTS46 -> Json.of(Uts46.toAscii(vector.text("input"), URL));
            default -> bothWays(vector.text("decoded"), vector.text("encoded"));
        };
    }

    @Override
    public Expectation expectation(Vector vector) {
        return switch (vector.name()) {
            case GOLDEN -> Expectation.of(vector);
            case UTS46 -> new Expectation.Value(Json.orRefusal(vector.fields().get("output")));
            default -> new Expectation.Value(members(vector.text("decoded"), vector.text("encoded")));
        };
    }

    private static JsonElement bothWays(String decoded, String encoded) {
        return members(
                String.valueOf(Punycode.decode(CodePoints.of(encoded), 0)), Punycode.encode(CodePoints.of(decoded)));
    }

    private static JsonObject members(String decoded, String encoded) {
        JsonObject members = new JsonObject();
        members.addProperty("decoded", decoded);
        members.addProperty("encoded", encoded);
        return members;
    }
}
