package dev.jackfield.http.internal.jfr;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.RequestLedger;
import dev.jackfield.http.internal.ledger.Wiring;
import dev.jackfield.http.internal.url.Url.Origin;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * What the Flight Recorder is told. As long as no recording has ever been started this is one look at a flag, and nothing
 * of the recorder is loaded; nor is it ever where there is none, as in a JVM without the module {@code jdk.jfr}.
 *
 * <p><i>Thread-safe.</i>
 */
public final class Flight {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");
    private static final boolean THERE = isThere();

    private Flight() {}

    /** A request has a response. */
    public static void responded(RequestLedger ledger, int status) {
        if (THERE && Recorder.records()) {
            safely(() -> RequestEvent.responded(ledger, status));
        }
    }

    /** A request has failed. */
    public static void failed(HttpFailure failure) {
        if (THERE && Recorder.records()) {
            safely(() -> RequestEvent.failed(failure));
        }
    }

    /** A request was called off. */
    public static void cancelled(RequestLedger ledger) {
        if (THERE && Recorder.records()) {
            safely(() -> RequestEvent.cancelled(ledger));
        }
    }

    /**
     * A connection came about, or did not.
     *
     * @param outcome why not; empty if it did
     */
    public static void connected(Origin origin, Wiring wiring, long now, String outcome) {
        if (THERE && Recorder.records()) {
            safely(() -> ConnectEvent.ended(origin, wiring, now, outcome));
        }
    }

    /** Something else is in use under a name. Told by each client of a panel. */
    public static void swapped(Panel panel, String name) {
        if (THERE && Recorder.records()) {
            safely(() -> SwapEvent.swapped(panel, name));
        }
    }

    /** There is something to tell of, again. */
    public static void begin() {
        if (THERE) {
            safely(() -> Recorder.ended(false));
        }
    }

    /** Nothing more is told, for instance of what is still under way on the loops, until it {@linkplain #begin begins} anew. */
    public static void end() {
        if (THERE) {
            safely(() -> Recorder.ended(true));
        }
    }

    /** A recorder that fails is no reason for a request to fail. */
    private static void safely(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.DEBUG, "The Flight Recorder could not be told", e);
        }
    }

    private static boolean isThere() {
        try {
            Class.forName("jdk.jfr.FlightRecorder", false, Flight.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
