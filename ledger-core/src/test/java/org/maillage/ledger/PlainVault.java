package org.maillage.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.vault.Vault;

/** A vault that hides nothing, for tests of what the ledger decides. */
public final class PlainVault implements Vault {

    @Override
    public SealedText seal(String text, List<MemberId> about, Place place) {
        return new SealedText(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((place.field() + "=" + text).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<String> open(SealedText sealed, Place place) {
        var text = new String(Base64.getUrlDecoder().decode(sealed.envelope()), StandardCharsets.UTF_8);
        return text.startsWith(place.field() + "=")
                ? Optional.of(text.substring(place.field().length() + 1))
                : Optional.empty();
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
        return HexFormat.of().formatHex(hmac(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public byte[] hmac(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
