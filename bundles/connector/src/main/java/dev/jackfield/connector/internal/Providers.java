package dev.jackfield.connector.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * What a service loader finds, as far as it makes sense: whatever is wrong with one of them must not take the others away. It
 * is said so in the log.
 */
record Providers<T>(ServiceLoader<T> loader) {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector");
    /** In a row. A loader that always fails in the same place would never come to an end. */
    private static final int MOST_FAILURES = 1000;

    /** All whose classes there are; none of them is made by that. */
    List<ServiceLoader.Provider<T>> all() {
        List<ServiceLoader.Provider<T>> found = new ArrayList<>();
        Iterator<ServiceLoader.Provider<T>> iterator = loader.stream().iterator();
        for (int failures = 0; failures < MOST_FAILURES; ) {
            try {
                if (!iterator.hasNext()) {
                    return found;
                }
                found.add(iterator.next());
                failures = 0;
            } catch (ServiceConfigurationError e) {
                failures++;
                skipped("A provider", e);
            }
        }
        return found;
    }

    /** Does something with one of them; nothing if that fails. */
    <R> Optional<R> attempt(String provider, Supplier<R> use) {
        try {
            return Optional.of(use.get());
        } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
            skipped("The provider " + provider, e);
            return Optional.empty();
        }
    }

    private static void skipped(String what, Throwable why) {
        LOG.log(Level.WARNING, what + " is not plugged in: " + why.getMessage(), why);
    }
}
