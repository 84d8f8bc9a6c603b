package dev.jackfield.itest.parity.families;

import dev.jackfield.itest.parity.Family;
import java.util.List;

/** All there is code for. */
public final class Families {
    private Families() {}

    /** New ones, to be closed after use. */
    public static List<Family> all() {
        OwnLoop loop = new OwnLoop();
        return List.of(
                new AddressTexts(),
                new SocketAddresses(),
                new HostServices(),
                new Protocols(),
                new IpParse(),
                new HostNames(),
                new DnsMessages(),
                new DnsNames(),
                new StubLookups(loop));
    }
}
