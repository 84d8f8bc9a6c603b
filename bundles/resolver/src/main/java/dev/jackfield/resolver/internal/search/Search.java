package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.ResolveFailure.Reason;
import java.util.List;

/** A search for the addresses of one host that tells its owner whenever there is news. <i>Loop-confined.</i> */
interface Search {
    /** Whether nothing more will come. */
    boolean done();

    /** The addresses to try so far, in no particular order; none while it is better to wait for more. */
    List<IpAddress> found();

    /** Why nothing was found. */
    Reason reason();

    /** What each step said, for people. */
    String story();

    /** Lets go of everything. There are no news after that. */
    void cancel();
}
