package org.maillage.badge.verify;

/** Takes a badge out of a picture. */
public interface Unbaking {

    /** Looks into bytes that somebody sent; never more than bounded time and memory, and no socket. */
    Unbaked unbake(byte[] bytes);

    /** What was found. */
    sealed interface Unbaked {

        /** It is no picture of a kind that badges are baked into. */
        record NotAnImage() implements Unbaked {}

        /** A picture that holds nothing. */
        record Empty() implements Unbaked {}

        /** A picture that holds this, as it stands in it: JSON or a token. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Holding(byte[] credential) implements Unbaked {}

        /** A picture that is not looked into any further, such as one that would unpack without end. */
        record Refused(Reason reason, String why) implements Unbaked {}
    }

    /** Where pictures are not read at all. */
    static Unbaking none() {
        return _ -> new Unbaked.NotAnImage();
    }
}
