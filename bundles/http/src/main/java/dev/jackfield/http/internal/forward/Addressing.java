package dev.jackfield.http.internal.forward;

import dev.jackfield.connector.Wire;
import dev.jackfield.http.Headers;
import dev.jackfield.http.internal.auth.Login;
import dev.jackfield.http.internal.message.PreparedRequest;
import dev.jackfield.http.internal.message.RequestForm;
import java.util.Optional;

/**
 * How requests are written onto a wire: for the origin, or for a proxy who may want to know whom it serves.
 *
 * <p><i>Thread-safe.</i>
 *
 * @param usual the form of all of them, if there is nobody to be at a proxy
 * @param login whom to be there
 */
public record Addressing(RequestForm usual, Optional<Login> login) {
    /** For the origin itself. */
    public static final Addressing ORIGIN = new Addressing(RequestForm.ORIGIN, Optional.empty());

    /** For a proxy that lets anybody in. */
    static final Addressing ANYBODY = new Addressing(RequestForm.ABSOLUTE, Optional.empty());

    private static final String OWN = "proxy-authorization";

    /** For a proxy that wants to know whom it serves. */
    static Addressing by(Login login) {
        return new Addressing(RequestForm.ABSOLUTE, Optional.of(login));
    }

    /** For a wire to an http origin, or to a proxy. */
    public static Addressing of(Wire wire) {
        return wire instanceof ForwardWire forward ? forward.addressing() : ORIGIN;
    }

    /** The form of one request. */
    public RequestForm form(PreparedRequest request) {
        return login.isEmpty() || request.headers().has(OWN)
                ? usual
                : RequestForm.absolute(login.get().of(request.method(), request.shownUrl()));
    }

    /**
     * Whether a request that was answered by 407 is to be sent again, with an answer to the challenge.
     *
     * @param before how often that was done
     */
    public boolean answers(PreparedRequest request, Headers challenge, int before) {
        return login.isPresent()
                && !request.headers().has(OWN)
                && request.body().repeatable()
                && login.get().challenged(challenge, before);
    }
}
