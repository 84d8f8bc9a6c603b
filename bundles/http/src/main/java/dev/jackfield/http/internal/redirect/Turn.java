package dev.jackfield.http.internal.redirect;

import dev.jackfield.http.internal.message.PreparedRequest;

/** What becomes of a response: it is what the caller gets, or it leads away. <i>Immutable.</i> */
public sealed interface Turn {
    /** The caller gets it. */
    record Deliver() implements Turn {}

    /** It is not what the caller gets, but a part of the way. */
    sealed interface Away extends Turn {}

    /**
     * Another request.
     *
     * @param next what is asked now
     */
    record Follow(PreparedRequest next) implements Away {}

    /**
     * The same once more, with an answer to a proxy's challenge.
     *
     * @param next what was asked
     */
    record Again(PreparedRequest next) implements Away {}

    /**
     * Here it ends, as a failure.
     *
     * @param target as the redirect had it
     * @param why expected and got
     */
    record Refuse(String target, String why) implements Away {}
}
