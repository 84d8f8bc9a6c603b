package dev.jackfield.http.internal.coding;

import dev.jackfield.http.HttpFailure;
import java.nio.ByteBuffer;

/** Where a coding gets its octets from. <i>Loop-confined.</i> */
interface Inlet {
    /** What is there for now, maybe nothing. What is taken from it is gone. */
    ByteBuffer some() throws HttpFailure;
}
