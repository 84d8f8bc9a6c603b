package dev.jackfield.itest.soak.inside;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.itest.soak.door.Swap;

/** An operator pulls the connector that is in use, so that the one behind it takes over, and puts it back. */
final class PullSwap implements Swap {
    private final Stage stage;

    PullSwap(Stage stage) {
        this.stage = stage;
    }

    @Override
    public String kind() {
        return "pull";
    }

    @Override
    public void swap() {
        Panel panel = stage.panel();
        Plug<Connector> inUse = panel.connector("plain").orElseThrow();
        expect(panel.pull(inUse), "a connector to be pulled", inUse);
        stage.linger();
        Plug<?> pulled = panel.plugs().stream()
                .filter(plug -> plug.pulled() && plug.plugged() == inUse.plugged())
                .findFirst()
                .orElseThrow();
        expect(panel.putBack(pulled), "a connector to be put back", pulled);
    }

    private static void expect(boolean done, String what, Plug<?> plug) {
        if (!done) {
            throw new IllegalStateException("Expected " + what + ", got a refusal for " + plug);
        }
    }
}
