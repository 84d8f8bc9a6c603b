package dev.jackfield.itest.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Peers that may be missing: their tests are skipped then, but where peers are required they fail. */
final class Peers {
    /** Environment variable that says that all peers have to be there, as in CI. */
    static final String REQUIRED = "JACKFIELD_REQUIRE_PEERS";

    private Peers() {}

    static void require(String name, boolean installed) {
        String message = name + " is not on the path; install it to run these tests";
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            assertTrue(installed, message);
        } else {
            assumeTrue(installed, message);
        }
    }
}
