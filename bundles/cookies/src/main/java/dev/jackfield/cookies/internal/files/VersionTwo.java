package dev.jackfield.cookies.internal.files;

/** The keys of the seed's structure, and ours, which begin with a line as the seed's own do. */
final class VersionTwo {
    static final String VERSION_KEY = "version";
    static final int VERSION = 2;
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

    private VersionTwo() {}
}
