package dev.jackfield.itest.soak.door;

import java.time.Duration;
import java.util.List;

/** A service of the bundle: the swaps that are made from inside. */
public interface Rack {
    /** Configures everything for this site. Takes effect a moment later. */
    void configure(Site site) throws Exception;

    /** All kinds. What a swap plugs in stays for the given time. */
    List<Swap> swaps(Site site, Duration stay) throws Exception;
}
