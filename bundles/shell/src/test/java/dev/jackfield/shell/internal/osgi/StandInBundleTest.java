package dev.jackfield.shell.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Two demos would stop each other's connectors. */
class StandInBundleTest {
    private final List<String> log = new ArrayList<>();
    private boolean broken;

    private final Bundle bundle = fake(Bundle.class, method -> {
        log.add(method);
        return null;
    });
    private final BundleContext context = fake(BundleContext.class, method -> {
        log.add(method);
        if (broken) {
            throw new BundleException("No room");
        }
        return bundle;
    });

    @Test
    void isForOneDemoAtATime() throws Exception {
        Bundle first = StandInBundle.install(context);
        log.clear();
        assertThatThrownBy(() -> StandInBundle.install(context))
                .isInstanceOf(IOException.class)
                .hasMessage("Another demo is running here and swaps the same bundles: expected to be the only one");
        assertThat(log).as("what that did to the first one's").isEmpty();
        StandInBundle.uninstall(first);
        StandInBundle.uninstall(StandInBundle.install(context));
        assertThat(log).containsSequence("uninstall", "installBundle").endsWith("uninstall");
    }

    @Test
    void isFreeForTheNextDemoIfItCannotBeInstalled() throws Exception {
        broken = true;
        assertThatThrownBy(() -> StandInBundle.install(context)).hasMessageContaining("No room");
        broken = false;
        StandInBundle.uninstall(StandInBundle.install(context));
        assertThat(log).endsWith("uninstall");
    }

    private interface Answers {
        Object to(String method) throws Exception;
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answers.to(method.getName())));
    }
}
