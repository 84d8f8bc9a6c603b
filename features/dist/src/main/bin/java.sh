# What both start scripts need to know about Java. Not a program; they read it in.

# Sets $java and $java_major; gives up unless it is new enough. The argument is the name of the program, for complaints.
find_java() {
    if [ -n "${JAVA_HOME-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || give_up "$1: no Java at JAVA_HOME: expected $java"
    else
        java=$(command -v java) || give_up "$1: no Java on the PATH and no JAVA_HOME; needs Java 17 or newer"
        while [ -h "$java" ]; do
            link=$(readlink "$java")
            case $link in
                /*) java=$link ;;
                *) java=${java%/*}/$link ;;
            esac
        done
    fi
    read_release "${java%/bin/java}/release"
    if [ -z "$java_version" ]; then
        java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    fi
    java_major=${java_version%%[!0-9]*}
    [ "${java_major:-0}" -ge 17 ] || give_up "$1: needs Java 17 or newer, got ${java_version:-nothing known} from $java"
}

# Whether an archive for class data sharing was made by this very build of Java and in this very directory: another
# build would not take it, and Java 25 does take one that was moved, and then takes its classes for forged.
fits_archive() {
    [ -r "$1" ] && [ -r "$1.txt" ] || return 1
    { IFS= read -r made_by && IFS= read -r made_in; } < "$1.txt" || return 1
    [ "$made_by" = "$java_build" ] && [ "$made_in" = "$home" ]
}

# A file of lines like JAVA_VERSION="17.0.15": reading it takes no process, asking Java takes a twentieth of a second.
read_release() {
    java_version=
    java_build=
    implementor=
    [ -r "$1" ] || return 0
    while IFS='=' read -r key value; do
        value=${value#\"}
        value=${value%\"}
        case $key in
            JAVA_VERSION) java_version=$value ;;
            JAVA_RUNTIME_VERSION) java_build=$value ;;
            IMPLEMENTOR) implementor=$value ;;
        esac
    done < "$1"
    java_build="$implementor $java_build"
}

give_up() {
    echo "$1" >&2
    exit 69
}
