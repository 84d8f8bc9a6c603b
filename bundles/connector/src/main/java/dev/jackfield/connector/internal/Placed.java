package dev.jackfield.connector.internal;

import dev.jackfield.connector.Affinity;
import dev.jackfield.connector.Attempt;
import java.util.function.UnaryOperator;

/** An attempt at one place on the way: the same, but for whom the link there may share with. <i>Loop-confined.</i> */
public final class Placed extends ForwardingAttempt {
    private final UnaryOperator<Affinity> narrowing;

    /** @param narrowing is asked when somebody asks: most links remember nothing */
    public Placed(Attempt whole, UnaryOperator<Affinity> narrowing) {
        super(whole);
        this.narrowing = narrowing;
    }

    @Override
    public Affinity affinity() {
        return narrowing.apply(whole.affinity());
    }
}
