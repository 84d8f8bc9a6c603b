/** Who gets which cookie, and the dates of HTTP. */
module dev.jackfield.cookies {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires static org.osgi.service.metatype.annotations;
    requires dev.jackfield.address;

    exports dev.jackfield.cookies;

    provides dev.jackfield.cookies.CookieJar with
            dev.jackfield.cookies.internal.service.StandardJar;
}
