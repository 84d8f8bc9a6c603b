package dev.jackfield.http.internal.auth;

import dev.jackfield.http.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server or a proxy asks for (RFC 9110 section 11.3). <i>Immutable.</i>
 *
 * @param scheme in lower case
 * @param parameters by their names in lower case; without quotes. A token68 is left out: no scheme we know has one
 */
public record Challenge(String scheme, Map<String, String> parameters) {
    public Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** All challenges in the fields of a name; of a garbled field those before the fault. */
    public static List<Challenge> all(Headers headers, String field) {
        return headers.all(field).stream()
                .flatMap(value -> ChallengeParser.parse(value).stream())
                .toList();
    }

    /** The value of a parameter. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Whether a parameter says true (RFC 7616 section 3.3). */
    boolean isTrue(String name) {
        return "true".equalsIgnoreCase(parameters.get(name));
    }
}
