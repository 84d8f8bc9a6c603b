package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.orRefusal;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.HostService;
import java.util.Optional;

/** Hosts with ports or services, strictly and forgivingly, in one text and in two. */
final class HostPortParser implements Parser {

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        Optional<HostPort> strict = orRefusal(() -> HostPort.parse(text));
        strict.ifPresent(HostPortParser::sound);
        Optional<HostPort> withDefault = orRefusal(() -> HostPort.parse(text, 443));
        withDefault.ifPresent(HostPortParser::sound);
        strict.ifPresent(target -> same(withDefault.orElse(null), target, () -> "A default that is not needed"));

        HostService.parse(text).ifPresent(halves -> {
            sound(halves);
            same(HostService.parse(halves.toString()).orElse(null), halves, () -> "Written and read again");
        });
        Optional<HostService> scoped = HostService.parseScoped(text, "");
        scoped.ifPresent(halves -> {
            sound(halves);
            same(HostService.parseScoped(halves.toString(), "").orElse(null), halves, () -> "Written and read again");
        });
        // A path may have line ends, which are blanks for those who forgive.
        strict.filter(target -> target.unix().isEmpty()).ifPresent(target -> {
            HostService halves = scoped.orElseThrow(() -> new AssertionError("Who is strict forgives more: " + target));
            same(HostPort.of(halves.host(), halves.service()), target, () -> "From both halves");
        });

        int cut = text.indexOf('\n');
        if (cut >= 0) {
            String host = text.substring(0, cut);
            String service = text.substring(cut + 1);
            orRefusal(() -> HostPort.of(host, service)).ifPresent(HostPortParser::sound);
            orRefusal(() -> new HostService(host, service)).ifPresent(HostPortParser::sound);
        }
    }

    private static void sound(HostPort target) {
        String host = target.host();
        boolean path = target.service().startsWith("/");
        holds(!host.isEmpty(), () -> "No host");
        holds(path == target.unix().isPresent(), () -> "A path or none: " + target);
        holds(
                path || host.chars().noneMatch(c -> Character.isISOControl(c) || " []#/".indexOf(c) >= 0),
                () -> "A host that can break what it is put into: " + target);
        holds(
                host.indexOf(':') < 0 || target.literal().isPresent(),
                () -> "A host with colons that is no address: " + target);
        same(HostPort.parse(target.toString()), target, () -> "Written and read again");
    }

    private static void sound(HostService halves) {
        String line = halves.service().startsWith("/") ? halves.host() : halves.host() + halves.service();
        holds(line.chars().noneMatch(Character::isISOControl), () -> "Controls: " + halves);
    }
}
