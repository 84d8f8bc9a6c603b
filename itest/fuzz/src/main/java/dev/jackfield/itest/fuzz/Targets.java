package dev.jackfield.itest.fuzz;

import dev.jackfield.connector.socks.internal.SocksReplyParser;
import dev.jackfield.connector.tls.internal.keys.PemParser;
import dev.jackfield.http.internal.message.ResponsesParser;
import dev.jackfield.http.internal.tunnel.ConnectAnswerParser;
import dev.jackfield.resolver.internal.dns.DnsMessageParser;
import dev.jackfield.resolver.internal.files.HostsParser;
import dev.jackfield.resolver.internal.files.ResolvConfParser;
import dev.jackfield.resolver.internal.stub.DnsExchangeParser;
import java.util.Locale;

/** What is fuzzed. A folder of the corpus has the name of each. */
enum Targets {
    ADDRESS(new AddressParser(), 256),
    HOST_PORT(new HostPortParser(), 512),
    SERVICE_NAMES(new ServiceNamesParser(), 1024),
    ROUTE(new RouteParser(), 512),
    SOCKS_REPLY(new SocksReplyParser(), 512),
    ROUTES(new RoutesParser(), 1024),
    PROXIES(new ProxiesParser(), 512),
    PEM(new PemParser(), 4096),
    URL(new UrlParser(), 512),
    HOST_NAME(new HostNameParser(), 1200),
    DNS_MESSAGE(new DnsMessageParser(), 2048),
    DNS_EXCHANGE(new DnsExchangeParser(), 4096),
    HOSTS(new HostsParser(), 2048),
    RESOLV_CONF(new ResolvConfParser(), 2048),
    COOKIE(new CookieParser(), 256),
    COOKIE_FILE(new CookieFileParser(), 1024),
    DATE(new DateParser(), 64),
    CONNECT_ANSWER(new ConnectAnswerParser(), 2048),
    RESPONSE(new ResponsesParser(), 2048);

    private final Parser parser;
    private final int longest;

    Targets(Parser parser, int longest) {
        this.parser = parser;
        this.longest = longest;
    }

    static Targets named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Parser parser() {
        return parser;
    }

    /** Most octets of an input: enough for every limit to be overstepped, not more, for short inputs are tried faster. */
    int longest() {
        return longest;
    }

    /** As in the corpus: small letters and hyphens. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
