package dev.jackfield.itest.soak.inside;

import dev.jackfield.http.HttpClient;
import dev.jackfield.itest.soak.door.Ledger;
import dev.jackfield.itest.soak.door.Load;
import dev.jackfield.itest.soak.door.Site;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Sends by the client that any bundle would get. Immediate, so that it lives on when nobody holds the service. */
@Component(service = Load.class, immediate = true)
public final class SteadyLoad implements Load {
    private final HttpClient client;
    private Pace pace;

    /** Nothing is sent yet. */
    @Activate
    public SteadyLoad(@Reference HttpClient client) {
        this.client = client;
    }

    @Override
    public synchronized void start(Ledger ledger, Site site, int perSecond) {
        stop();
        pace = new Pace(new Requests(client, ledger, site), perSecond);
        pace.start();
    }

    @Override
    @Deactivate
    public synchronized void stop() {
        if (pace != null) {
            pace.stop();
            pace = null;
        }
    }
}
