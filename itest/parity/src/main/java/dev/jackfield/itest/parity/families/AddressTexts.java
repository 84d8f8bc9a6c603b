package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@code addr.jsonl}: texts to addresses and back. */
final class AddressTexts implements Family {
    private static final Map<String, Function<String, JsonElement>> CODE = Map.of(
            "parse_ipv4", text -> Octets.hex(Ipv4.parse(text)),
            "parse_ipv6", text -> Octets.hex(Ipv6.parse(text)),
            "parse_address", AddressTexts::parse,
            "parse_unix", text -> Json.of(Token.isMeantBy(text) ? Token.HEX : null),
            "format_ipv4", hex -> Json.of(IpAddress.of(Octets.of(hex)).toString()),
            "format_ipv6", hex -> Json.of(Octets.address(hex).toString()),
            "format_address", AddressTexts::format,
            "address_family", AddressTexts::family,
            "reverse_name",
                    text -> Json.of(
                            IpAddress.parse(text).map(IpAddress::reverseName).orElse(null)));

    @Override
    public Set<String> names() {
        return CODE.keySet();
    }

    @Override
    public JsonElement answer(Vector vector) {
        return CODE.get(vector.name()).apply(vector.argument(0));
    }

    private static JsonElement parse(String text) {
        return Token.isMeantBy(text) ? Json.of(Token.HEX) : Octets.hex(IpAddress.parse(text));
    }

    private static JsonElement format(String hex) {
        return Json.of(
                hex.equals(Token.HEX)
                        ? Token.text()
                        : IpAddress.of(Octets.of(hex)).toString());
    }

    private static JsonElement family(String hex) {
        return new JsonPrimitive(
                hex.equals(Token.HEX)
                        ? Token.family()
                        : SocketAddresses.number(Octets.address(hex).family()));
    }
}
