package dev.jackfield.connector.socks.internal;

import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Link;
import java.util.Optional;

/**
 * Whom a SOCKS 4 proxy is told it is dealing with. <i>Immutable.</i>
 *
 * @param user up to 255 octets in UTF-8; no controls, among them the NUL that ends it
 */
public record UserId(String user) {
    /** The empty one. */
    public static final UserId NOBODY = new UserId("");

    /** Checks the length. */
    public UserId {
        Octets.of("user", user, 0);
    }

    /** A user who is checked for controls as credentials are. */
    public static UserId of(String user) {
        return new UserId(new Credentials(user, "").user());
    }

    /** The user that stands in the brackets of a link, if one does. */
    public static Optional<UserId> in(Link link) {
        Options.refuse(link);
        if (!link.credentials().password().isEmpty()) {
            throw new IllegalArgumentException("Expected \"" + link.name()
                    + "\" with at most a user before the address, as SOCKS 4 has no passwords, got " + link);
        }
        return link.credentials().present()
                ? Optional.of(new UserId(link.credentials().user()))
                : Optional.empty();
    }

    byte[] octets() {
        return Octets.of("user", user, 0);
    }
}
