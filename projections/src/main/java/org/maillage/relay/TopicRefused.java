package org.maillage.relay;

/** The topic is not what the copy needs; the message says what is wrong and what to do. */
public final class TopicRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicRefused(String message) {
        super(message);
    }
}
