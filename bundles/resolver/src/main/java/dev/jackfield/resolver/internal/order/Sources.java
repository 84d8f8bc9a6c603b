package dev.jackfield.resolver.internal.order;

import dev.jackfield.address.IpAddress;
import java.util.Optional;

/** From where this machine would reach a destination, if it can at all. <i>Thread-safe</i>, and does not block. */
@FunctionalInterface
public interface Sources {
    Optional<Source> of(IpAddress destination);
}
