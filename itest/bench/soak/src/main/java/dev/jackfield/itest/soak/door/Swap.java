package dev.jackfield.itest.soak.door;

/** One kind of swap, to be made again and again. Afterwards all is as before. */
public interface Swap {
    /** One word. */
    String kind();

    /** Swaps and swaps back; what it throws is a failure of the soak. */
    void swap() throws Exception;

    /** Whether it holds requests up for a second, by what is asked of the client, so that it can be made only now and then. */
    default boolean slow() {
        return false;
    }

    /** How often something that was plugged in for a swap has been used. */
    default long used() {
        return 0;
    }
}
