package dev.jackfield.connector.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Plug;
import java.util.List;
import java.util.function.Predicate;

/**
 * A connector that leaves the work to another. <i>Immutable.</i>
 *
 * @param known tells it from all others
 * @param type its class
 */
record Asker(Predicate<Object> known, Class<?> type) {
    static Asker of(Connector asker) {
        return new Asker(plugged -> plugged == asker, asker.getClass());
    }

    /** Of a class, while there is no object of it yet. */
    static Asker of(Class<?> type) {
        return new Asker(type::isInstance, type);
    }

    boolean isNot(Plug<?> plug) {
        return !known.test(plug.plugged());
    }

    /** What it is called where it is plugged in, best of all in the socket that it asks for. */
    String name(List<? extends Plug<?>> plugs, String asked) {
        List<String> names = plugs.stream()
                .filter(plug -> known.test(plug.plugged()))
                .map(Plug::name)
                .toList();
        return names.contains(asked) ? asked : names.isEmpty() ? nameOfType() : names.get(0);
    }

    private String nameOfType() {
        return type.isAnnotationPresent(JackfieldName.class)
                ? Names.of(type)
                : type.getName().replaceAll("[^A-Za-z0-9_.-]", "-");
    }
}
