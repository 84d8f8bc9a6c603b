package dev.jackfield.http.internal;

import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.internal.message.Limits;
import java.util.Optional;

/**
 * What a client goes by. <i>Immutable.</i>
 *
 * @param options the limits and habits, which nobody may use as long as there is a refusal
 * @param limits those of them that parsers want
 * @param refusal why nothing may be sent: there was never a configuration that makes sense, and without one the requests
 *     would go directly, past the proxy that it may have named
 */
public record Habits(ClientOptions options, Limits limits, Optional<String> refusal) {
    /** Of options that make sense. */
    public static Habits of(ClientOptions options) {
        return new Habits(options, Limits.of(options.limits()), Optional.empty());
    }

    /** How whatever is to be sent ends, if it does before it began. */
    Optional<HttpFailure> failure() {
        return refusal.map(why -> new HttpFailure(Phase.REQUEST, why));
    }
}
