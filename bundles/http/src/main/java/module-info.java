/** The HTTP client: requests in, responses out, over whatever is plugged in. */
module dev.jackfield.http {
    requires static jdk.jfr;
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires static org.osgi.service.metatype.annotations;
    // Only internal.osgi, which gives each bundle its client, needs a framework; without one it is never loaded.
    requires static osgi.core;
    requires transitive dev.jackfield.connector;
    requires transitive dev.jackfield.cookies;

    exports dev.jackfield.http;

    provides dev.jackfield.connector.Layer with
            dev.jackfield.http.internal.forward.ForwardService,
            dev.jackfield.http.internal.tunnel.ConnectDigestService,
            dev.jackfield.http.internal.tunnel.ConnectService;
    provides dev.jackfield.http.HttpClient with
            dev.jackfield.http.internal.PatchedClient;
}
