package org.maillage.badge.image;

/** Whether a badge stands; what does not stand is drawn so that nobody takes it for one that does. */
public enum BadgeState {
    ACTIVE("actif"),
    /** Grey and barred. */
    REVOKED("revoque"),
    /** With a dotted edge: to be renewed. */
    EXPIRED("expire");

    private final String key;

    BadgeState(String key) {
        this.key = key;
    }

    /** What stands for the state in the identity of a drawing; never changed. */
    String key() {
        return key;
    }
}
