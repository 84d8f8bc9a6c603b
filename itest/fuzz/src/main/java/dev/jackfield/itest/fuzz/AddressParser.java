package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.same;

import com.google.common.net.InetAddresses;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import java.util.Arrays;
import java.util.Optional;

/** IPv4 and IPv6 literals; Guava, which reads the narrow forms alone, is the second opinion. */
final class AddressParser implements Parser {

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        Optional<Ipv4> ipv4 = Ipv4.parse(text);
        Optional<Ipv6> ipv6 = Ipv6.parse(text);
        Optional<IpAddress> either = IpAddress.parse(text);

        same(either.isPresent(), ipv4.isPresent() || ipv6.isPresent(), () -> "All three read the same texts");
        same(ipv6.isPresent() || ipv4.isEmpty(), true, () -> "Every IPv4 address can be mapped");
        ipv4.ifPresent(address -> {
            same(either.get(), address, () -> text);
            same(ipv6.get(), Ipv6.mapped(address), () -> text);
        });
        ipv6.ifPresent(address -> {
            same(either.get(), address.unmapped(), () -> text);
            same(Ipv6.parse(address.toString()).get(), address, () -> "Written and read again");
        });
        either.ifPresent(AddressParser::goesRound);
        same(Promise.orRefusal(() -> IpAddress.of(text)), either, () -> "of() and parse()");
        scoped(text, either);
        if (text.chars().allMatch(c -> c < 0x80 && c != '%')) {
            compare(text, either);
        }
    }

    private static void goesRound(IpAddress address) {
        same(IpAddress.of(address.toString()), address, () -> "Written and read again");
        same(IpAddress.of(address.octets()), address, () -> "By its octets");
        same(IpAddress.of(address.toInetAddress()), address, () -> "By the JDK's form");
        String text = InetAddresses.toAddrString(address.toInetAddress());
        same(address.toString(), text, () -> "RFC 5952 as Guava writes it");
    }

    private static void scoped(String text, Optional<IpAddress> withoutZone) {
        Optional<IpAddress> scoped = IpAddress.parseScoped(text);
        Optional<Ipv6> ipv6 = Ipv6.parseScoped(text);
        withoutZone.ifPresent(address -> same(scoped, withoutZone, () -> "A zone may be there, but need not"));
        scoped.filter(address -> !withoutZone.isPresent()).ifPresent(address -> {
            same(address, ipv6.orElse(null), () -> "Zones are for IPv6 alone");
            same(IpAddress.parseScoped(address.toString()), scoped, () -> "Written and read again");
            same(address.octets().length, address.toInetAddress().getAddress().length, () -> "In the JDK's form");
            String zone = ipv6.get().zone();
            holds(!zone.isEmpty() && text.endsWith("%" + zone), () -> "A zone " + zone + " in " + text);
        });
    }

    private static void compare(String text, Optional<IpAddress> ours) {
        boolean guava = InetAddresses.isInetAddress(text);
        if (guava) {
            byte[] octets = InetAddresses.forString(text).getAddress();
            holds(ours.isPresent(), () -> "Guava reads it, we do not: " + text);
            holds(Arrays.equals(ours.get().octets(), octets), () -> "Guava reads another address in " + text);
        }
        boolean posix = text.indexOf(':') < 0 || text.indexOf('.') >= 0;
        holds(guava || posix || ours.isEmpty(), () -> "We read it, Guava does not: " + text);
    }
}
