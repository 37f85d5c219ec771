package org.maillage.web.profile;

import java.util.Set;

/** What others may be let read about a member: each by a consent of its own, none given by default. */
enum Item {
    /** that there is a public page at all */
    PAGE(Audience.EVERYONE),
    NAME(Audience.EVERYONE),
    /** of which network they are */
    NETWORK(Audience.EVERYONE),
    ORGANISATION(Audience.EVERYONE),
    /** what they can bring, in their words */
    OFFERS(Audience.NETWORK, Audience.EVERYONE),
    /** their role portrait */
    FLOWER(Audience.NETWORK, Audience.EVERYONE),
    /** that search engines may list the public page */
    SEARCH_ENGINES(Audience.EVERYONE);

    private final Set<Audience> audiences;

    Item(Audience... audiences) {
        this.audiences = Set.of(audiences);
    }

    /** Whether a consent for these readers makes sense: name and organisation are read in the network anyway. */
    boolean mayBeFor(Audience audience) {
        return audiences.contains(audience);
    }
}
