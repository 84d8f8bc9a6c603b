/** Certificates made when a test wants them: good ones, and wrong ones of every kind. Also for the integration tests. */
package dev.jackfield.connector.tls.certificates;
