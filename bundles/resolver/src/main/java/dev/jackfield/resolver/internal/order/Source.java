package dev.jackfield.resolver.internal.order;

import dev.jackfield.address.IpAddress;

/**
 * From where this machine would reach a destination.
 *
 * @param address of this machine
 * @param prefix how many bits of an IPv4 address belong to the network of that link; 32 where that is not known
 */
public record Source(IpAddress address, int prefix) {
    public Source(IpAddress address) {
        this(address, 32);
    }
}
