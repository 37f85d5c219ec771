package org.maillage.badge.verify;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.IssuerKey;
import tools.jackson.databind.node.ObjectNode;

/** What a verifier of a test knows; it remembers what it was asked. */
final class World implements Sources {

    private final Map<URI, FoundKey> keys = new HashMap<>();
    private final Map<URI, byte[]> documents = new HashMap<>();
    private final Map<URI, Award> awards = new HashMap<>();
    private final Map<URI, Endorsed> endorsements = new HashMap<>();
    private final Set<URI> issuers = new HashSet<>();
    final Set<URI> asked = new HashSet<>();

    /** A world that knows the network of the samples and its key. */
    static World knowingTheNetwork() {
        return new World().key(Samples.PUBLIC);
    }

    World key(IssuerKey key) {
        keys.put(key.id(), new FoundKey(key.key(), key.controller(), key.state(), true));
        issuers.add(key.controller());
        return this;
    }

    World strangersKey(IssuerKey key) {
        keys.put(key.id(), new FoundKey(key.key(), key.controller(), key.state(), false));
        return this;
    }

    World document(String address, ObjectNode document) {
        documents.put(URI.create(address), StrictJson.write(document));
        return this;
    }

    World award(URI credential, Award award) {
        awards.put(credential, award);
        return this;
    }

    World trusting(String issuer) {
        issuers.add(URI.create(issuer));
        return this;
    }

    World endorsement(URI id, Endorsed known) {
        endorsements.put(id, known);
        return this;
    }

    @Override
    public Optional<Endorsed> endorsement(URI id) {
        return Optional.ofNullable(endorsements.get(id));
    }

    @Override
    public boolean knows(URI issuer) {
        return issuers.contains(issuer);
    }

    @Override
    public Optional<FoundKey> key(URI id) {
        asked.add(id);
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public Optional<byte[]> document(URI address) {
        asked.add(address);
        return Optional.ofNullable(documents.get(address));
    }

    @Override
    public Optional<Award> award(URI credential) {
        return Optional.ofNullable(awards.get(credential));
    }
}
