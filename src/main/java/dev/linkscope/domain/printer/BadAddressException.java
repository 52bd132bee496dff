package dev.linkscope.domain.printer;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;

/** A text that is no address of a printer. */
public final class BadAddressException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    BadAddressException(String shown) {
        super(FailureCode.BAD_ADDRESS.wireName() + " " + shown);
        this.failure = Failure.of(FailureCode.BAD_ADDRESS, shown);
    }

    /** {@link FailureCode#BAD_ADDRESS}; its argument is the text without any password. */
    public Failure failure() {
        return failure;
    }
}
