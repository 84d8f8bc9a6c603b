package dev.jackfield.shell.internal.cords;

import dev.jackfield.connector.Plug;
import java.util.List;
import java.util.stream.Collectors;

/** The names on a panel, for errors that say what there is. */
public final class Sources {
    private Sources() {}

    /**
     * What there is.
     *
     * @param plugs of a panel
     * @return the names by kind, as part of a sentence
     */
    public static String of(List<Plug<?>> plugs) {
        return plugs.isEmpty()
                ? "an empty panel"
                : "only " + names(Kind.CONNECTOR, plugs) + " and " + names(Kind.LAYER, plugs);
    }

    private static String names(Kind kind, List<Plug<?>> plugs) {
        List<String> names = plugs.stream()
                .filter(plug -> Kind.of(plug) == kind)
                .map(Plug::name)
                .distinct()
                .toList();
        return names.isEmpty()
                ? "no " + kind + "s"
                : "the " + kind + "s " + names.stream().collect(Collectors.joining(", "));
    }
}
