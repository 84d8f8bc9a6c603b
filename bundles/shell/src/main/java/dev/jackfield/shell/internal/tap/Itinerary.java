package dev.jackfield.shell.internal.tap;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the links of one route as they are looked up. <i>Thread-safe.</i> */
final class Itinerary {
    private final AtomicInteger links = new AtomicInteger();

    /** One more link. */
    Place next() {
        return new Place(links.incrementAndGet(), this);
    }

    int size() {
        return links.get();
    }

    /**
     * The place of a link in its route; how many there are is known once all have been looked up.
     *
     * @param number from 1
     */
    record Place(int number, Itinerary itinerary) {
        int of() {
            return itinerary.size();
        }
    }
}
