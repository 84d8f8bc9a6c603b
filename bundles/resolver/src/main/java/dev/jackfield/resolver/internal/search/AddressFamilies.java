package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.Address;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.resolver.Family;
import java.util.List;

/** Which addresses are of the family that is wanted. */
final class AddressFamilies {
    private AddressFamilies() {}

    static boolean isOf(Family family, Address address) {
        return switch (family) {
            case ANY -> true;
            case IPV4 -> address instanceof Ipv4;
            case IPV6 -> address instanceof Ipv6;
        };
    }

    /** Those of the family; the same list if that is all of them. */
    static <T extends Address> List<T> only(Family family, List<T> addresses) {
        return family == Family.ANY
                ? addresses
                : addresses.stream().filter(address -> isOf(family, address)).toList();
    }
}
