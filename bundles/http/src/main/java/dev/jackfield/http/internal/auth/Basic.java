package dev.jackfield.http.internal.auth;

import dev.jackfield.connector.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Basic (RFC 7617), in UTF-8. */
final class Basic {
    private Basic() {}

    /** The value of an Authorization or Proxy-Authorization field. */
    static String of(Credentials credentials) {
        String pair =
                Octets.of(credentials.user() + ":" + credentials.password()).text();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));
    }
}
