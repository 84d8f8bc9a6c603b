package dev.jackfield.http.internal;

import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.internal.message.Limits;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/**
 * What a client goes by. <i>Immutable.</i>
 *
 * @param options the limits and habits, which nobody may use as long as there is a refusal
 * @param limits those of them that parsers want
 * @param refusal why nothing may be sent: there was never a configuration that makes sense, and without one the requests
 *     would go directly, past the proxy that it may have named
 */
record Habits(ClientOptions options, Limits limits, Optional<String> refusal) {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");

    static Habits of(ClientOptions options) {
        return new Habits(options, Limits.of(options.limits()), Optional.empty());
    }

    /** Of the first configuration. */
    static Habits configured(Map<String, Object> config, Map<String, String> environment, CookieJar plugged) {
        ClientOptions none = ClientOptions.defaults();
        return new Habits(none, Limits.of(none.limits()), Optional.of("")).changed(config, environment, plugged);
    }

    /** Of a new configuration; the same if that is wrong and there was a good one. */
    Habits changed(Map<String, Object> config, Map<String, String> environment, CookieJar plugged) {
        try {
            return of(ConfiguredOptions.read(config, environment, plugged));
        } catch (IllegalArgumentException e) {
            String what = "Configuration dev.jackfield.http: " + e.getMessage() + "; nothing of it is used";
            if (refusal.isEmpty()) {
                LOG.log(Level.WARNING, what);
                return this;
            }
            String why = what + ", and nothing is sent without one";
            LOG.log(Level.WARNING, why);
            return new Habits(options, limits, Optional.of(why));
        }
    }

    /** How whatever is to be sent ends, if it does before it began. */
    Optional<HttpFailure> failure() {
        return refusal.map(why -> new HttpFailure(Phase.REQUEST, why));
    }
}
