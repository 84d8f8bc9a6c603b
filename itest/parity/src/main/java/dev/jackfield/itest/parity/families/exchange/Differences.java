package dev.jackfield.itest.parity.families.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is not as it should be. */
final class Differences {
    private final List<String> all = new ArrayList<>();

    void add(String what, Object got, Object expected) {
        all.add(what + ": got " + got + ", expected " + expected);
    }

    void unlessEqual(String what, Object got, Object expected) {
        if (!Objects.equals(got, expected)) {
            add(what, got, expected);
        }
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
