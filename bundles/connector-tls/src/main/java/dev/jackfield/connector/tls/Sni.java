package dev.jackfield.connector.tls;

import dev.jackfield.address.HostName;

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
         * Checks the dot.
         *
         * @throws IllegalArgumentException if there is one at the end
         */
        public Other {
            if (name.text().endsWith(".")) {
                throw new IllegalArgumentException("Expected a name without a final dot, got \"" + name + "\"");
            }
        }
    }
}
