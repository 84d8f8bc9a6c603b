package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.jackfield.address.IpAddress;
import dev.jackfield.connector.tls.internal.trust.ServerName;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Vector;
import java.util.Set;

/** {@code tlsname.jsonl}: whether a name in a certificate means a host. */
final class TlsNames implements Family {
    private static final int NO_WILDCARDS = 0;

    @Override
    public Set<String> names() {
        return Set.of("match_name");
    }

    @Override
    public JsonElement answer(Vector vector) {
        return new JsonPrimitive(matches(vector) ? 1 : 0);
    }

    private static boolean matches(Vector vector) {
        ServerName server;
        try {
            server = ServerName.of(vector.argument(1));
        } catch (IllegalArgumentException e) {
            // No host is called so, and no certificate can be for it.
            return false;
        }
        String presented = vector.argument(0);
        // The vectors do not tell which kind of name it is.
        if (IpAddress.parse(presented).isPresent()) {
            return server.matchesIp(presented);
        }
        return vector.in().get(2).getAsInt() == NO_WILDCARDS
                ? server.matchesExactly(presented)
                : server.matchesDns(presented);
    }
}
