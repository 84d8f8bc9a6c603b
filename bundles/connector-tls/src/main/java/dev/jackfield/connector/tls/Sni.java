package dev.jackfield.connector.tls;

import dev.jackfield.address.HostName;
import dev.jackfield.address.IpAddress;

/** Which name the peer is told in the clear, so that it can choose its certificate (RFC 6066 section 3). <i>Immutable.</i> */
public sealed interface Sni {

    /** The host that is connected to, if it has a name; an address is never told. <i>Immutable.</i> */
    record Target() implements Sni {}

    /** None. <i>Immutable.</i> */
    record None() implements Sni {}

    /**
     * Another one, whatever the target. The certificate is checked against the target all the same. <i>Immutable.</i>
     *
     * @param name without a final dot
     */
    record Other(HostName name) implements Sni {
        /**
         * Checks the dot, and that it is no address, which no server is told.
         *
         * @throws IllegalArgumentException if there is one at the end, or it is one
         */
        public Other {
            if (name.text().endsWith(".")) {
                throw new IllegalArgumentException("Expected a name without a final dot, got \"" + name + "\"");
            }
            if (IpAddress.parse(name.text()).isPresent()) {
                throw new IllegalArgumentException(
                        "Expected a name, as addresses are not told (RFC 6066 section 3), got \"" + name + "\"");
            }
        }
    }
}
