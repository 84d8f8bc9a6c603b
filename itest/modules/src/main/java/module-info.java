/** An application like any user's: it requires the client, and finds connectors among its providers. */
module dev.jackfield.itest.modules {
    requires dev.jackfield.http;
}
