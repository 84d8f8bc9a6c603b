package dev.jackfield.http.internal.coding;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One coding, being taken off. <i>Loop-confined.</i> */
abstract class Coding {
    private final String name;
    private final Inlet inlet;

    Coding(String name, Inlet inlet) {
        this.name = name;
        this.inlet = inlet;
    }

    /** Decodes what is there, up to what there is room for. Returns how many octets; 0 if more has to come first. */
    abstract int read(ByteBuffer out) throws HttpFailure;

    /** Whether the octets so far are complete. */
    abstract boolean complete();

    /** Lets go of memory that the collector does not know of. Nothing is read after that. */
    abstract void close();

    /** Checks that nothing is missing. */
    final void checkEnd() throws HttpFailure {
        if (!complete()) {
            throw garbled("Expected the rest of the " + name + " coding, got the end of the body");
        }
    }

    /** What is there for now, maybe nothing. */
    ByteBuffer input() throws HttpFailure {
        return inlet.some();
    }

    /** Returns how many octets were inflated; 0 at the end, or if more has to come first. */
    final int inflate(Inflater inflater, ByteBuffer out) throws HttpFailure {
        try {
            while (true) {
                // Each time, for what was offered before may be there no more.
                inflater.setInput(input());
                int count = inflater.inflate(out);
                if (count > 0 || inflater.finished()) {
                    return count;
                }
                if (inflater.needsDictionary()) {
                    throw garbled("Expected the " + name + " coding without a dictionary, got one with");
                }
                if (!input().hasRemaining()) {
                    return 0;
                }
            }
        } catch (DataFormatException e) {
            throw garbled("Expected a body in the " + name
                    + " coding (RFC 9110 section 8.4.1), got octets that are not: " + e.getMessage());
        }
    }

    final HttpFailure garbled(String message) {
        return new HttpFailure(Phase.BODY, message);
    }
}
