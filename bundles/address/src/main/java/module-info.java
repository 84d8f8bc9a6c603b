/** Text to addresses and back, host:port, services and protocols, without any network or file of the system. */
module dev.jackfield.address {
    requires static osgi.annotation;

    exports dev.jackfield.address;
}
