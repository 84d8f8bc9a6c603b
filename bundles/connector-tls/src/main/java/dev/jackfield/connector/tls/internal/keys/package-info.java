/** Certificates and keys as files have them: PEM and PKCS #12. And which of them to show to whom. */
package dev.jackfield.connector.tls.internal.keys;
