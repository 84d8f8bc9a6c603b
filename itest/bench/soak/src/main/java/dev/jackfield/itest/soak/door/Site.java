package dev.jackfield.itest.soak.door;

/**
 * What there is around the framework.
 *
 * @param plain where http goes, by name; with a slash at the end
 * @param secure where https goes, by name; with a slash at the end
 * @param socks address of a SOCKS 5 proxy
 * @param hosts a hosts file that knows the names
 * @param trust the authority of {@code secure}, in PEM
 */
public record Site(String plain, String secure, String socks, String hosts, String trust) {
    /** The name in both URLs. */
    public static final String HOST = "origin.test";

    /** Beginning of the path of requests whose answers set a cookie, which is for that path. */
    public static final String COOKIES = "c/";
}
