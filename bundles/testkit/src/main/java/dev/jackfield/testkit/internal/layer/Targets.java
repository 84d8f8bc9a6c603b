package dev.jackfield.testkit.internal.layer;

import dev.jackfield.address.HostPort;
import java.util.List;

/** Whatever a layer is asked for: if it cannot ask for that, it says so by the stage, and leaves nothing open. */
public final class Targets {
    private static final List<HostPort> ODD = List.of(
            HostPort.unix("/run/origin.sock"),
            HostPort.of("origin.example", 0),
            HostPort.of("origin.example", "no-such-service"),
            HostPort.of("2001:db8::1", 443),
            HostPort.of("fe80::1%7", 443),
            HostPort.of("192.0.2.1", 65535),
            HostPort.of("b\u00fccher.example", 443),
            HostPort.of("x".repeat(300), 443));

    private Targets() {}

    /** Asks for odd ones. */
    public static void check(Subject subject) throws Exception {
        for (HostPort target : ODD) {
            Trial trial = Trial.of(new Asking(subject, subject.layer(), target));
            try {
                trial.call().answer();
            } catch (RuntimeException e) {
                throw new AssertionError("Expected a stage when asked for " + target + ", got " + e, e);
            }
            if (trial.outcome.isCompletedExceptionally()) {
                trial.assertFailedAndClosed("when asked for " + target);
            } else {
                trial.cancel();
                trial.loop.settle();
            }
        }
    }
}
