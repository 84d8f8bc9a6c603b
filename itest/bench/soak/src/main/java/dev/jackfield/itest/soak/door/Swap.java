package dev.jackfield.itest.soak.door;

/** One kind of swap, to be made again and again. Afterwards all is as before. */
public interface Swap {
    /** One word. */
    String kind();

    /** Swaps and swaps back; what it throws is a failure of the soak. */
    void swap() throws Exception;

    /** What a swap takes. */
    enum Cost {
        /** A few service events. */
        CHEAP,
        /** A bundle, and all components in it. */
        BUNDLE,
        /** A second, by what is asked of the client, in which requests are held up. */
        SLOW
    }

    /** How dear it is, which says how often it is made. */
    default Cost cost() {
        return Cost.CHEAP;
    }

    /** Requests that have to do with what is swapped. */
    default Kind concerns() {
        return Kind.GET;
    }

    /** How often something that was plugged in for a swap has been used. */
    default long used() {
        return 0;
    }
}
