package dev.jackfield.shell.internal.osgi;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.loop.Guard;
import dev.jackfield.shell.internal.demo.Swaps;
import java.lang.reflect.Proxy;
import java.util.List;
import org.osgi.framework.Bundle;

/** A bundle that plugs a connector in while it runs. */
final class FakeBundle {
    private final String name;
    private final Panel panel;
    private final List<String> log;
    private boolean running;
    private boolean plugless;
    private Guard plug = () -> {};

    FakeBundle(String name, Panel panel, List<String> log) {
        this.name = name;
        this.panel = panel;
        this.log = log;
    }

    Bundle bundle() {
        return (Bundle) Proxy.newProxyInstance(
                FakeBundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getState" -> running ? Bundle.ACTIVE : Bundle.RESOLVED;
                    case "getSymbolicName" -> name;
                    case "getBundleId" -> 42L;
                    case "start" -> start();
                    case "stop" -> stop();
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    boolean running() {
        return running;
    }

    void plugless(boolean value) {
        plugless = value;
    }

    Object start() {
        if (!running) {
            running = true;
            log.add("start " + name.replace("dev.jackfield.", ""));
            plug = plugless ? () -> {} : panel.plug(Swaps.NAME, 100, new PlainConnector());
        }
        return null;
    }

    private Object stop() {
        if (running) {
            running = false;
            log.add("stop " + name.replace("dev.jackfield.", ""));
            plug.close();
        }
        return null;
    }
}
