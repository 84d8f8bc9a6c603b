package dev.jackfield.itest.osgi;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Waits until somebody's connector is in use under a name, and tells whose is in the end. */
@Component(service = BiFunction.class)
@Probe("in-use")
public final class InUseProbe implements BiFunction<String, String, String> {
    private static final long PATIENCE_SECONDS = 10;

    private final Panel panel;

    /** With the panel that follows the registry. */
    @Activate
    public InUseProbe(@Reference Panel panel) {
        this.panel = panel;
    }

    @Override
    public String apply(String name, String wanted) {
        CountDownLatch there = new CountDownLatch(1);
        Runnable look = () -> {
            if (owner(name).equals(wanted)) {
                there.countDown();
            }
        };
        Guard watch = panel.watch(changed -> look.run());
        try {
            look.run();
            there.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watch.close();
        }
        return owner(name);
    }

    private String owner(String name) {
        return panel.connector(name).map(Plug::owner).orElse("nobody");
    }
}
