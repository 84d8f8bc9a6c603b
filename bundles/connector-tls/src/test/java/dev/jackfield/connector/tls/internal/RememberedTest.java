package dev.jackfield.connector.tls.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Affinity;
import java.lang.ref.WeakReference;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final Remembered remembered = new Remembered();

    private SSLContext context(Affinity affinity) throws GeneralSecurityException {
        return remembered.context(affinity, RememberedTest::fresh);
    }

    private static SSLContext fresh() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        return context;
    }

    @Test
    void isTheSameForTheSameAffinity() throws Exception {
        SSLContext alice = context(Affinity.none().with("alice"));
        assertThat(context(Affinity.none().with("alice"))).isSameAs(alice);
        assertThat(context(Affinity.none())).isNotSameAs(alice);
    }

    @Test
    void hasLimits() throws Exception {
        for (int at = 0; at < 200; at++) {
            context(Affinity.none().with(at));
        }
        assertThat(remembered.size()).isEqualTo(Remembered.MOST).isEqualTo(64);
        assertThat(context(Affinity.none()).getClientSessionContext().getSessionCacheSize())
                .isEqualTo(Remembered.MOST_SESSIONS)
                .isEqualTo(1000);
    }

    @Test
    void forgetsWhatWasUsedLeastRecently() throws Exception {
        SSLContext first = context(Affinity.none().with(0));
        SSLContext second = context(Affinity.none().with(1));
        for (int at = 2; at < Remembered.MOST; at++) {
            context(Affinity.none().with(at));
        }
        assertThat(context(Affinity.none().with(0))).isSameAs(first);
        context(Affinity.none().with("one more"));
        assertThat(context(Affinity.none().with(0))).isSameAs(first);
        assertThat(context(Affinity.none().with(1))).isNotSameAs(second);
    }

    @Test
    void forgetsWhatNobodyCanAskForAnyMore() throws Exception {
        Object client = new Object();
        context(Affinity.none().withVery(client));
        WeakReference<Object> gone = new WeakReference<>(client);
        client = null;
        for (int at = 0; gone.get() != null && at < 100; at++) {
            System.gc();
        }
        assertThat(gone.get()).as("the client").isNull();
        context(Affinity.none());
        assertThat(remembered.size()).isEqualTo(1);
    }
}
