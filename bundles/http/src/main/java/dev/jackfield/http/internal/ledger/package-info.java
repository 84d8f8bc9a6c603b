/** What became of requests, noted while it happens and told when somebody asks. */
package dev.jackfield.http.internal.ledger;
