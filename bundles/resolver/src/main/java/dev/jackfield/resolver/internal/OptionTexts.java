package dev.jackfield.resolver.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.ResolverOptions.Order;
import dev.jackfield.resolver.internal.stub.StubConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Options as texts under the names of their system properties. */
public final class OptionTexts {
    private final UnaryOperator<String> texts;

    private OptionTexts(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /**
     * Reads all.
     *
     * @param texts by the names of {@link ResolverOptions}, null or empty where there is none
     * @param base what holds there
     * @throws IllegalArgumentException if one makes no sense; says which
     */
    public static ResolverOptions read(UnaryOperator<String> texts, ResolverOptions base) {
        OptionTexts options = new OptionTexts(texts);
        return new ResolverOptions(
                options.path(ResolverOptions.HOSTS, base.hosts()),
                options.value(ResolverOptions.DNS, OptionTexts::servers, base.servers()),
                options.path(ResolverOptions.RESOLV_CONF, base.resolvConf()),
                options.path(ResolverOptions.SERVICES, base.services()),
                options.value(ResolverOptions.RESOLVER, OptionTexts::order, base.order()),
                base.cacheEntries(),
                base.longestTtl(),
                base.longestNegativeTtl(),
                base.resolutionDelay());
    }

    private String path(String name, String base) {
        return value(name, text -> Path.of(text).toString(), base);
    }

    private <T> T value(String name, Function<String, T> reader, T base) {
        String text = texts.apply(name);
        if (text == null || text.isBlank()) {
            return base;
        }
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static List<HostPort> servers(String text) {
        List<HostPort> servers = Stream.of(text.split(",", -1))
                .map(server -> HostPort.parse(server, StubConfig.PORT))
                .toList();
        // Made for its checks, while it is known which property is meant.
        return ResolverOptions.defaults().withServers(servers).servers();
    }

    private static Order order(String text) {
        for (Order order : Order.values()) {
            if (text.equals(order.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return order;
            }
        }
        String shown = text.codePoints().anyMatch(Character::isISOControl) ? "controls" : "\"" + text + "\"";
        throw new IllegalArgumentException("Expected hosts-first, dns-first or system, got " + shown);
    }
}
