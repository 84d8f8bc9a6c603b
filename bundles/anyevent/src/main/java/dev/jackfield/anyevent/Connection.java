package dev.jackfield.anyevent;

import java.io.IOException;

/** How a {@code tcp_connect} ended. <i>Immutable.</i> */
public sealed interface Connection permits Connected, NotConnected {

    /**
     * The seed's {@code or die}.
     *
     * @return the connection
     * @throws IOException if there is none
     */
    Connected orThrow() throws IOException;
}
