package dev.jackfield.anyevent.internal.http;

/** The keys of the seed's structure, and those that {@link dev.jackfield.cookies.CookieFormat#JSON} adds. */
final class Structure {
    static final String VERSION = "version";
    static final String VALUE = "value";
    static final String EXPIRES = "_expires";
    static final String DOMAIN = "domain";
    static final String SECURE = "secure";
    static final String HTTP_ONLY = "httponly";
    static final String SAME_SITE = "samesite";
    static final String PARTITIONED = "partitioned";
    static final String HOST_ONLY = "_hostonly";
    static final String CREATED = "_created";
    static final String USED = "_used";
    static final String ORDER = "_order";

    private Structure() {}
}
