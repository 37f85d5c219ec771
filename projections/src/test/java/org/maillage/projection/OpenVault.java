package org.maillage.projection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.vault.Vault;

/** A vault that seals by writing where a text stands beside it, so that it opens nowhere else. */
public final class OpenVault implements Vault {

    private final Set<String> destroyed = ConcurrentHashMap.newKeySet();
    private final Set<String> spoilt = ConcurrentHashMap.newKeySet();

    static SealedText sealed(String text, Place place) {
        return new SealedText(place.stream() + "|" + place.event() + "|" + place.field() + "|" + text);
    }

    void destroy(String text) {
        destroyed.add(text);
    }

    /** From now on a text opens as one that no database keeps. */
    public void spoil(String text) {
        spoilt.add(text);
    }

    public void heal() {
        spoilt.clear();
    }

    @Override
    public SealedText seal(String text, List<MemberId> about, Place place) {
        return sealed(text, place);
    }

    @Override
    public Optional<String> open(SealedText sealed, Place place) {
        var start = place.stream() + "|" + place.event() + "|" + place.field() + "|";
        return Optional.of(sealed.envelope())
                .filter(envelope -> envelope.startsWith(start))
                .map(envelope -> envelope.substring(start.length()))
                .filter(text -> !destroyed.contains(text))
                .map(text -> spoilt.contains(text) ? text + '\0' : text);
    }

    @Override
    public byte[] sealFile(byte[] bytes, List<MemberId> about, Place place) {
        return bytes.clone();
    }

    @Override
    public Optional<byte[]> openFile(byte[] sealed, Place place) {
        return Optional.of(sealed.clone());
    }

    @Override
    public void prepare(Collection<MemberId> members) {}

    @Override
    public void load(Collection<SealedText> texts) {}

    @Override
    public void destroy(MemberId member) {}

    @Override
    public String match(String text) {
        return Integer.toHexString(text.hashCode());
    }

    @Override
    public byte[] hmac(byte[] bytes) {
        return new byte[32];
    }
}
