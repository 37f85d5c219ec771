package org.maillage.projection;

import java.util.List;
import org.maillage.projection.account.AccountView;
import org.maillage.projection.contribution.ContributionView;
import org.maillage.projection.fold.View;
import org.maillage.projection.member.MemberView;
import org.maillage.projection.network.NetworkView;
import org.maillage.projection.queue.QueueView;

/** Every view, in the order in which an event passes through them. */
final class Views {

    /** Grows when a fold changes what it makes of the same events, so that a new program rebuilds. */
    static final int VERSION = 5;

    private static final List<View> ALL =
            List.of(new NetworkView(), new MemberView(), new AccountView(), new ContributionView(), new QueueView());

    private Views() {}

    static List<View> all() {
        return ALL;
    }
}
