package dev.jackfield.testkit.internal.layer;

import dev.jackfield.testkit.PipeWire;
import dev.jackfield.testkit.internal.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** How a handshake can come to an end before its time. */
public enum Ending {
    /** Whoever asked for it does not want it any more. */
    CANCEL {
        @Override
        void end(Trial trial, String when) {
            trial.cancel();
            trial.gate.open();
            trial.assertNoWire(when);
        }
    },
    /** The far end closes in an orderly way. */
    CLOSE {
        @Override
        void end(Trial trial, String when) throws Exception {
            trial.turns.run(() -> trial.gate.breakOff(PipeWire::close));
            trial.assertFailedAndClosed(when);
        }
    },
    /** The connection breaks. */
    RESET {
        @Override
        void end(Trial trial, String when) throws Exception {
            trial.turns.run(() -> trial.gate.breakOff(wire -> wire.reset(new IOException("Connection reset"))));
            trial.assertFailedAndClosed(when);
        }
    },
    /** The far end goes on with nonsense. What the layer makes of it is its own business, if only it comes to an end. */
    NONSENSE {
        @Override
        void end(Trial trial, String when) throws Exception {
            trial.turns.run(() -> {
                trial.pair.far().write(new ByteBuffer[] {ByteBuffer.wrap(Transfer.pattern(251))}, 0, 1);
                trial.gate.breakOff(PipeWire::close);
            });
            trial.loop.settle();
            if (trial.outcome.isDone() && !trial.outcome.isCompletedExceptionally()) {
                trial.close();
            } else {
                trial.assertFailedAndClosed(when);
            }
        }
    };

    /** Where to try it. */
    Places places() {
        return Places.valueOf(name());
    }

    abstract void end(Trial trial, String when) throws Exception;
}
