/** Text to addresses and back, without any I/O. */
module dev.jackfield.address {
    requires static osgi.annotation;

    exports dev.jackfield.address;
}
