package dev.jackfield.itest.parity.families;

import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.families.exchange.Exchanges;
import dev.jackfield.itest.parity.families.responses.RawResponses;
import java.util.List;

/** All there is code for. */
public final class Families {
    private Families() {}

    /** New ones, to be closed after use. */
    public static List<Family> all() {
        OwnLoop loop = new OwnLoop();
        ScriptedResolver resolver = new ScriptedResolver(loop);
        return List.of(
                new AddressTexts(),
                new SocketAddresses(),
                new HostServices(),
                new Protocols(),
                new IpParse(),
                new HostNames(),
                new Urls(),
                new ProxySettings(),
                new InetAton(resolver),
                new HostsFiles(),
                new ResolvConfs(),
                new Lookups(resolver),
                new Destinations(),
                new DnsMessages(),
                new DnsNames(),
                new StubLookups(loop),
                new Connects(resolver),
                new Servers(loop),
                new CookieSequences(),
                new CookieJars(),
                new SetCookieTexts(),
                new Dates(),
                new CookieDates(),
                new Suffixes(),
                new TlsNames(),
                new TlsChains(),
                new Exchanges(),
                new RawResponses());
    }
}
