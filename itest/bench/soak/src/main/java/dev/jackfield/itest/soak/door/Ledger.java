package dev.jackfield.itest.soak.door;

/** Where the load enters every request, by an id of its own, and how it ended. <i>Thread-safe.</i> */
public interface Ledger {
    /** A new request is about to be sent; its id, from 0 on. */
    long begin();

    /** It was answered as it should be. */
    void completed(long id);

    /** It ended otherwise: the status it was answered with, or the code of the failure. */
    void failed(long id, int code, String why);
}
