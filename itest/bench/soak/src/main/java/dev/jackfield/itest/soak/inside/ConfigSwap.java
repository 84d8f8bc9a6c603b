package dev.jackfield.itest.soak.inside;

import dev.jackfield.itest.soak.door.Swap;
import java.io.IOException;

/** The administrator's turn: the client, the connector, the resolver and the jar are configured anew, one after the other. */
final class ConfigSwap implements Swap {
    private static final int PIDS = 4;

    private final Settings settings;
    private int made;

    ConfigSwap(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "config";
    }

    @Override
    public void swap() throws IOException {
        int turn = made++;
        switch (turn % PIDS) {
            case 0 -> settings.client(turn);
            case 1 -> settings.connector(turn);
            case 2 -> settings.resolver(turn);
            default -> settings.jar(turn);
        }
    }
}
