package dev.jackfield.http.internal.download;

import dev.jackfield.http.ResponseHead;

/** What a response head means for the file. */
sealed interface Verdict {
    ResponseHead head();

    /**
     * The body belongs into the file.
     *
     * @param from where it begins; what is behind goes
     * @param end where it ends, if that is known, or {@link ContentRange#NONE}
     * @param total how long the file will be, if that is known, or {@link ContentRange#NONE}
     */
    record Take(ResponseHead head, long from, long end, long total) implements Verdict {}

    /** The file was complete already. */
    record Complete(ResponseHead head) implements Verdict {}

    /** The file is of another time and has to go. */
    record Outdated(ResponseHead head, String reason) implements Verdict {}

    /** Later, maybe. */
    record Later(ResponseHead head, String reason) implements Verdict {}

    /** Never. */
    record Never(ResponseHead head, String reason) implements Verdict {}
}
