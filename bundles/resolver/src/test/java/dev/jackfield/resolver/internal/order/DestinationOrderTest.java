package dev.jackfield.resolver.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.address.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationOrderTest {
    private final Map<IpAddress, Optional<Source>> sources = new HashMap<>();
    private final DestinationOrder order = new DestinationOrder(sources::get);

    /** The examples of RFC 6724 section 10.2: destinations with their sources, the better one first. */
    @ParameterizedTest
    @CsvSource({
        "2001:db8:1::1<2001:db8:1::2, 198.51.100.121<169.254.13.78",
        "198.51.100.121<198.51.100.117, 2001:db8:1::1<fe80::1",
        "2001:db8:1::1<2001:db8:1::2, 10.1.2.3<10.1.2.4",
        "fe80::1<fe80::2, 2001:db8:1::1<2001:db8:1::2",
        "2001:db8:1::1<2001:db8:1::2, 2002:c633:6401::1<2002:c633:6401::2",
        // and rule by rule
        "192.0.2.1<192.0.2.2, 2001:db8::1<",
        "2001:db8::1<, 192.0.2.1<",
        "2001:db8::1<2001:db8::2, 192.0.2.1<192.0.2.2",
        "::1<::1, 127.0.0.1<127.0.0.1",
        "192.0.2.1<192.0.2.2, fd00::1<2001:db8::2",
        "192.0.2.1<10.0.0.2, 2001:0:1::1<2001:0:1::2",
        "2001:db8:1::1<2001:db8:1:1::2, 2001:db8:2::1<2001:db8:1:1::2",
        "192.0.2.1<192.0.2.2, fec0::1<fec0::2",
        "192.0.2.1<192.0.2.2, 3ffe::1<3ffe::2",
        "192.0.2.1<192.0.2.2, ::5<::6",
        "ff02::1<fe80::2, ff05::1<fe80::2",
    })
    void putsTheBetterDestinationFirst(String better, String worse) {
        IpAddress first = known(better);
        IpAddress second = known(worse);

        assertThat(order.sort(List.of(first, second))).containsExactly(first, second);
        assertThat(order.sort(List.of(second, first))).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.3<10.0.0.1, 192.0.2.1<10.0.0.1, 192.0.2.2<10.0.0.1",
        "2001:db8::3<2001:db8::9, 2001:db8::1<2001:db8::9, 2001:db8::2<2001:db8::9"
    })
    void leavesEqualsAsTheyCame(String a, String b, String c) {
        List<IpAddress> came = Stream.of(a, b, c).map(this::known).toList();
        assertThat(order.sort(came)).isEqualTo(came);
    }

    @Test
    void agreesWithTheExamplesOfOthers() throws IOException {
        Path file = Path.of("../../../shared/conformance/dns/rfc6724-glibc.json");
        assumeTrue(Files.exists(file));
        JsonObject test = JsonParser.parseString(Files.readString(file))
                .getAsJsonObject()
                .getAsJsonArray("cases")
                .get(0)
                .getAsJsonObject();
        List<IpAddress> in = addresses(test, "in");
        List<IpAddress> from = addresses(test, "srcs");
        for (int i = 0; i < in.size(); i++) {
            int prefix = test.get("source_prefixlen").getAsInt();
            sources.put(in.get(i), Optional.of(new Source(from.get(i), prefix)));
        }

        assertThat(order.sort(in)).isEqualTo(addresses(test, "want"));
    }

    @Test
    void asksForNoMoreSourcesThanItsLimit() {
        List<IpAddress> asked = new ArrayList<>();
        DestinationOrder counting = new DestinationOrder(address -> {
            asked.add(address);
            return Optional.empty();
        });
        List<IpAddress> many = new ArrayList<>(Collections.nCopies(100, IpAddress.of("192.0.2.1")));
        many.add(IpAddress.of("::1"));

        assertThat(counting.sort(many)).isEqualTo(many);
        assertThat(asked).hasSize(DestinationOrder.MOST_SORTED);
    }

    @Test
    void needsNoSourceForASingleDestination() {
        List<IpAddress> one = List.of(IpAddress.of("192.0.2.1"));
        assertThat(new DestinationOrder(null).sort(one)).isEqualTo(one);
    }

    private IpAddress known(String pair) {
        String[] halves = pair.split("<", -1);
        IpAddress destination = IpAddress.of(halves[0]);
        sources.put(
                destination,
                Arrays.stream(halves)
                        .skip(1)
                        .filter(half -> !half.isEmpty())
                        .map(half -> new Source(IpAddress.of(half)))
                        .findFirst());
        return destination;
    }

    private static List<IpAddress> addresses(JsonObject test, String key) {
        return test.getAsJsonArray(key).asList().stream()
                .map(JsonElement::getAsString)
                .map(IpAddress::of)
                .toList();
    }
}
