package dev.jackfield.testkit;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract lets a good layer pass and catches every kind of bad one. */
class LayerContractTest {
    private static LayerFlaw flaw;

    static class Subject extends LayerContract {
        private PasswordLayer last;

        @Override
        protected Layer layer() {
            last = new PasswordLayer(flaw);
            return last;
        }

        @Override
        protected boolean change() {
            last.change();
            return true;
        }

        @Override
        protected CompletionStage<Wire> farEnd(Wire far) {
            return PasswordLayer.farEnd(far);
        }
    }

    @ParameterizedTest
    @EnumSource
    void catches(LayerFlaw wrong) {
        flaw = wrong;
        Flaws.assertCaught(Subject.class, wrong.name(), wrong.caughtBy);
    }
}
