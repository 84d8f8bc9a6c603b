package dev.jackfield.connector.internal;

import java.lang.ref.WeakReference;

/** An object that is equal to itself only, and not kept alive by that. <i>Immutable</i>, but for the object's end. */
public final class Very {
    private final WeakReference<Object> object;
    private final int hash;

    /** Of this one. */
    public Very(Object object) {
        this.object = new WeakReference<>(object);
        this.hash = System.identityHashCode(object);
    }

    /** Whether it exists no more. */
    public boolean gone() {
        return object.get() == null;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Very very && !gone() && object.get() == very.object.get();
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
