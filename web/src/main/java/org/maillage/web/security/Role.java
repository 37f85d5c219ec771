package org.maillage.web.security;

/** What somebody is for the permissions table; one person may be several at once. */
enum Role {
    /** anybody, signed in or not */
    VISITOR,
    /** signed in */
    PERSON,
    /** a member of the current network */
    MEMBER,
    /** decides claims in the current network */
    COORDINATOR,
    /** administers the installation */
    ADMINISTRATOR,
    /** an application that somebody let do this: nobody who signs in, nor a personal token */
    WALLET;

    /** Whether a viewer is this; null for somebody who is not signed in. */
    boolean is(@org.jspecify.annotations.Nullable Viewer viewer) {
        return switch (this) {
            case VISITOR -> true;
            case PERSON -> viewer != null;
            case MEMBER -> viewer != null && viewer.current() != null;
            case COORDINATOR -> viewer != null && viewer.coordinator();
            case ADMINISTRATOR -> viewer != null && viewer.administrator();
            case WALLET -> false;
        };
    }
}
