package dev.jackfield.http.internal;

import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.internal.message.Limits;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a configuration says, for all the clients that go by it. <i>Immutable.</i>
 *
 * @param options all but the jar
 * @param cookies which jar
 * @param refusal why nothing may be sent: there was never a configuration that makes sense, and without one the requests
 *     would go directly, past the proxy that it may have named
 */
public record Terms(ClientOptions options, Cookies cookies, Optional<String> refusal) {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");

    /**
     * Of the first configuration.
     *
     * @param pid what it is called in the log
     */
    public static Terms first(String pid, Map<String, Object> config, Map<String, String> environment) {
        return new Terms(ClientOptions.defaults(), Cookies.NONE, Optional.of("")).changed(pid, config, environment);
    }

    /**
     * Of a new configuration; the same if that is wrong and there was a good one.
     *
     * @param pid what it is called in the log
     */
    public Terms changed(String pid, Map<String, Object> config, Map<String, String> environment) {
        try {
            return ConfiguredOptions.read(config, environment);
        } catch (IllegalArgumentException e) {
            String what = "Configuration " + pid + ": " + e.getMessage() + "; nothing of it is used";
            if (refusal.isEmpty()) {
                LOG.log(Level.WARNING, what);
                return this;
            }
            String why = what + ", and nothing is sent without one";
            LOG.log(Level.WARNING, why);
            return new Terms(options, cookies, Optional.of(why));
        }
    }

    /**
     * What one client goes by.
     *
     * @param shared the jar that is plugged in
     * @param own the client's own jar, made with the first question
     */
    public Habits habits(CookieJar shared, Supplier<CookieJar> own) {
        CookieJar jar = switch (cookies) {
            case NONE -> CookieJar.none();
            case SHARED -> shared;
            case OWN -> own.get();
        };
        return new Habits(options.withCookies(jar), Limits.of(options.limits()), refusal);
    }
}
