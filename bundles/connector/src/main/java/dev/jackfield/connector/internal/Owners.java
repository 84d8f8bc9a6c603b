package dev.jackfield.connector.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What bundles are called. Mentioned only where there is a framework: without one this class cannot be loaded. */
final class Owners {
    private Owners() {}

    /** For people to read. */
    static String of(long id) {
        Bundle self = FrameworkUtil.getBundle(Owners.class);
        Bundle owner = self == null ? null : self.getBundleContext().getBundle(id);
        return owner == null || owner.getSymbolicName() == null
                ? "bundle " + id
                : owner.getSymbolicName() + " [" + id + "]";
    }
}
