package org.maillage.web.profile;

/** What others may be let read about a member: each by a consent of its own, none given by default. */
enum Item {
    /** that there is a public page at all */
    PAGE(false),
    NAME(false),
    /** of which network they are */
    NETWORK(false),
    ORGANISATION(false),
    /** what they can bring, in their words */
    OFFERS(true),
    /** their role portrait */
    FLOWER(true),
    /** the contributions that earned a public badge: what they were called, when, and how many confirmed them */
    CONTRIBUTIONS(false),
    /** that search engines may list the public page */
    SEARCH_ENGINES(false);

    private final boolean forNetwork;

    Item(boolean forNetwork) {
        this.forNetwork = forNetwork;
    }

    /** Whether a consent for these readers makes sense: what the directory says is read in the network anyway. */
    boolean mayBeFor(Audience audience) {
        return forNetwork || audience == Audience.EVERYONE;
    }
}
