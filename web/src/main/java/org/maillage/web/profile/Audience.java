package org.maillage.web.profile;

/** Who may read something about a member, beyond themselves. */
enum Audience {
    /** members of the same network */
    NETWORK,
    /** anybody, without signing in */
    EVERYONE;

    /** Whether a consent for these readers lets those read. */
    boolean includes(Audience readers) {
        return this == EVERYONE || readers == NETWORK;
    }
}
