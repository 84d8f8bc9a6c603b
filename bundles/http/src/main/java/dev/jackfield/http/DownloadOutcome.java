package dev.jackfield.http;

import java.io.IOException;
import java.util.Objects;

/** What has become of a {@link Download}. <i>Immutable.</i> */
public sealed interface DownloadOutcome {
    /**
     * Why.
     *
     * @return one line for people
     */
    String reason();

    /**
     * How much of the file is there.
     *
     * @return octets; 0 if there is no file
     */
    long octets();

    /**
     * What was done.
     *
     * @return of the last exchange; {@link RequestLedger#NONE} if there was none
     */
    RequestLedger ledger();

    /**
     * The file is there, as a whole: the seed's 1.
     *
     * @param reason how that came
     * @param octets in the file
     * @param head of the last response: status 200, 206 or 416
     * @param ledger of the last exchange
     */
    record Complete(String reason, long octets, ResponseHead head, RequestLedger ledger) implements DownloadOutcome {
        /** Checks for nulls. */
        public Complete {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(ledger, "ledger");
        }
    }

    /**
     * What there is can be completed by the same download later: the seed's 0.
     *
     * @param octets in the file
     * @param cause a {@link HttpFailure}, or a {@link StatusFailure} of status 206, 412, 500 or 503
     * @param ledger of the last exchange
     */
    record Retryable(long octets, IOException cause, RequestLedger ledger) implements DownloadOutcome {
        /** Checks for nulls. */
        public Retryable {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(ledger, "ledger");
        }

        @Override
        public String reason() {
            return String.valueOf(cause.getMessage());
        }
    }

    /**
     * The same download would not do better later: the seed's undef.
     *
     * @param octets in the file
     * @param cause a {@link StatusFailure}, or what the file system says, or that the listener failed, with what it threw
     * @param ledger of the last exchange; {@link RequestLedger#NONE} if there was none
     */
    record Failed(long octets, IOException cause, RequestLedger ledger) implements DownloadOutcome {
        /** Checks for nulls. */
        public Failed {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(ledger, "ledger");
        }

        @Override
        public String reason() {
            return String.valueOf(cause.getMessage());
        }
    }
}
