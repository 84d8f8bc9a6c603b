package dev.jackfield.connector;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A connector or a layer that says itself what stands on the panel as its {@link Plug#owner() owner}, where code plugs it
 * in; all others are called by their class. <i>Immutable.</i>
 */
@ConsumerType
@FunctionalInterface
public interface Labelled {

    /**
     * Where it comes from.
     *
     * @return for people to read, always the same: {@code operator, a cord to trace}; no secrets
     */
    String label();
}
