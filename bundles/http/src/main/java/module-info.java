/** The HTTP client: requests in, responses out, over whatever is plugged in. */
module dev.jackfield.http {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires transitive dev.jackfield.connector;

    exports dev.jackfield.http;

    provides dev.jackfield.http.HttpClient with
            dev.jackfield.http.internal.PatchedClient;
    provides dev.jackfield.connector.Layer with
            dev.jackfield.http.internal.forward.ForwardService;
}
