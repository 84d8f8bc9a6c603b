package dev.jackfield.itest.parity.families.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is not as it should be. */
public final class Differences {
    private final List<String> all = new ArrayList<>();

    public void add(String what, Object got, Object expected) {
        all.add(what + ": got " + got + ", expected " + expected);
    }

    public void unlessEqual(String what, Object got, Object expected) {
        if (!Objects.equals(got, expected)) {
            add(what, got, expected);
        }
    }

    public List<String> all() {
        return List.copyOf(all);
    }
}
