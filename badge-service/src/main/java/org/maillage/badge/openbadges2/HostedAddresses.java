package org.maillage.badge.openbadges2;

import java.net.URI;

/** Where the documents of Open Badges 2.0 are, each the id of its document. */
public record HostedAddresses(URI issuer, URI badgeClass, URI assertion, URI revocationList) {}
