package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.ResolveFailure.Reason;
import java.util.List;

/** What need not be searched for: addresses that are known, or a reason why there are none. <i>Immutable.</i> */
record KnownAddresses(List<IpAddress> found, Reason reason, String story) implements Search {
    KnownAddresses(List<IpAddress> found, String story) {
        this(found, Reason.NO_ADDRESS, story);
    }

    @Override
    public boolean done() {
        return true;
    }

    @Override
    public void cancel() {}
}
