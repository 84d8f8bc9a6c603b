package dev.jackfield.shell.internal.completion;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.shell.Completion;
import dev.jackfield.shell.internal.Terminal;
import dev.jackfield.shell.internal.cords.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option or a parameter may be; where nobody can tell, nothing.
 *
 * @param parameters that were typed before
 */
record Values(Supplier<Panel> panel, List<String> parameters) {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    List<Completion> of(ArgSpec asked) {
        return switch (asked instanceof OptionSpec option ? option.longestName() : asked.paramLabel()) {
            case "SOCKET" -> names(plug -> true);
            case "SOURCE" -> names(plug -> !parameters.contains(plug.name()));
            case "--connector" -> names(plug -> Kind.of(plug) == Kind.CONNECTOR);
            case "--generation" -> generations();
            case "--tls" -> profiles();
            case "--request", "METHOD" ->
                METHODS.stream().map(method -> new Completion(method, "")).toList();
            default -> List.of();
        };
    }

    private List<Completion> names(Predicate<Plug<?>> wanted) {
        Map<String, Completion> names = new LinkedHashMap<>();
        for (Plug<?> plug : panel.get().plugs()) {
            if (wanted.test(plug)) {
                names.putIfAbsent(plug.name(), new Completion(plug.name(), Kind.of(plug) + " of " + owner(plug)));
            }
        }
        return List.copyOf(names.values());
    }

    private List<Completion> generations() {
        return panel.get().plugs().stream()
                .filter(plug -> parameters.isEmpty() || parameters.contains(plug.name()))
                .map(plug -> new Completion(
                        String.valueOf(plug.generation()), Kind.of(plug) + " " + plug.name() + " of " + owner(plug)))
                .toList();
    }

    private List<Completion> profiles() {
        return panel.get().plugs().stream()
                .flatMap(plug -> plug.plugged() instanceof Tls tls ? tls.profiles().stream() : Stream.of())
                .distinct()
                .map(name -> new Completion(name, ""))
                .toList();
    }

    private static String owner(Plug<?> plug) {
        return Terminal.oneLine(plug.owner());
    }
}
