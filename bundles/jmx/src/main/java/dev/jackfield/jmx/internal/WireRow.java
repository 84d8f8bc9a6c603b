package dev.jackfield.jmx.internal;

import dev.jackfield.http.WireReading;
import dev.jackfield.jmx.WireView;

/** A connection as a row of a table. */
record WireRow(WireReading wire) implements WireView {

    @Override
    public String getOrigin() {
        return wire.origin().toString();
    }

    @Override
    public boolean isSecure() {
        return wire.secure();
    }

    @Override
    public String getRoute() {
        return wire.route();
    }

    @Override
    public long[] getGenerations() {
        return wire.generations().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public String getState() {
        return wire.state().name();
    }

    @Override
    public long getAgeMillis() {
        return wire.age().toMillis();
    }

    @Override
    public long getRestMillis() {
        return wire.rest().toMillis();
    }

    @Override
    public long getRequests() {
        return wire.requests();
    }
}
