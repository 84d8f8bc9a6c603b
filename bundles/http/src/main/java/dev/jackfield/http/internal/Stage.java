package dev.jackfield.http.internal;

import dev.jackfield.http.Phase;

/** Where a call stands, and so what has to be undone if it is called off. <i>Loop-confined</i> to the call's lane. */
interface Stage {
    /** At the beginning: nobody has it yet. */
    Stage SUBMITTED = new Nowhere();

    /** At the end: nothing more becomes of it. */
    Stage DONE = new Nowhere();

    /** Nobody waits for the call any more: it has left this stage, and is done. */
    void callOff(Call call);

    /** The call takes too long, and is to fail. */
    void expire(Call call, String why);

    /** With nobody who has to be told. */
    final class Nowhere implements Stage {
        @Override
        public void callOff(Call call) {
            // There is nothing to be undone.
        }

        @Override
        public void expire(Call call, String why) {
            call.failLate(Phase.QUEUE, why);
        }
    }
}
