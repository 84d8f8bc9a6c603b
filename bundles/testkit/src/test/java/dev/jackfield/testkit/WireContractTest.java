package dev.jackfield.testkit;

import dev.jackfield.testkit.internal.WireLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract lets a good wire pass and catches every kind of bad one. */
class WireContractTest {
    private static FlawedWire.Flaw flaw;

    static class Subject extends WireContract {
        @Override
        protected Ends connect() {
            PipeWire.Pair pair = PipeWire.pair(new ManualLoop());
            return new Ends(new FlawedWire(pair.near(), flaw), new WireLine(pair.far()));
        }

        @Override
        protected int large() {
            return 200_000;
        }
    }

    @ParameterizedTest
    @EnumSource
    void catches(FlawedWire.Flaw wrong) {
        flaw = wrong;
        Flaws.assertCaught(Subject.class, wrong.name(), wrong.caughtBy);
    }
}
