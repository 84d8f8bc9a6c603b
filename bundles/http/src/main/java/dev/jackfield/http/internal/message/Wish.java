package dev.jackfield.http.internal.message;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Link;
import dev.jackfield.http.Routes;
import java.util.Optional;

/** Which way a request wants to go: what the client looks up is remembered under it. */
public record Wish(Via via, Optional<Link> tls) {
    /** None: as the client does. */
    public static final Wish NONE = new Wish(new Via.Usual(), Optional.empty());

    /** A route, a connector that was brought along, or the client's habit. */
    public sealed interface Via {
        /** As the options of the client say. */
        record Usual() implements Via {}

        /** Along one of these routes. */
        record Along(Routes routes) implements Via {}

        /** By this very object, whatever it takes for equal, and by what is behind the first links of these routes. */
        record Own(Connector connector, Routes routes) implements Via {
            @Override
            public boolean equals(Object other) {
                return other instanceof Own own && own.connector == connector && own.routes.equals(routes);
            }

            @Override
            public int hashCode() {
                return System.identityHashCode(connector);
            }
        }
    }

    /** With another way. */
    Wish by(Via newVia) {
        return new Wish(newVia, tls);
    }

    /** With another way to encrypt. */
    Wish with(Link newTls) {
        return new Wish(via, Optional.of(newTls));
    }
}
