package org.maillage.ledger.vault;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.SealedText;

/** The vault over a store of wrapped keys. Safe for any number of threads; says nothing of what it holds. */
public final class SealedVault implements Vault {

    private static final Mac HMAC = hmacSha256();

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final KeyRing ring;
    private final SecretKey matchKey;
    private final SecretKey hmacKey;

    private static Mac hmacSha256() {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    public SealedVault(MemberKeys keys, MasterKey master) {
        this.ring = new KeyRing(keys, master);
        this.matchKey = master.derive("match");
        this.hmacKey = master.derive("hmac");
    }

    @Override
    public SealedText seal(String text, List<MemberId> about, Place place) {
        return new SealedText(ENCODER.encodeToString(sealFile(text.getBytes(StandardCharsets.UTF_8), about, place)));
    }

    @Override
    public Optional<String> open(SealedText sealed, Place place) {
        return decode(sealed.envelope())
                .flatMap(bytes -> openFile(bytes, place))
                .flatMap(SealedVault::text);
    }

    @Override
    public byte[] sealFile(byte[] bytes, List<MemberId> about, Place place) {
        var members = Envelope.ordered(about);
        return Envelope.seal(bytes, members, key(members, ring.toSeal(members)), place);
    }

    @Override
    public Optional<byte[]> openFile(byte[] sealed, Place place) {
        return Envelope.read(sealed)
                .flatMap(envelope -> ring.toOpen(envelope.members())
                        .flatMap(keys -> envelope.open(key(envelope.members(), keys), place)));
    }

    @Override
    public void prepare(Collection<MemberId> members) {
        ring.prepare(members);
    }

    @Override
    public void load(Collection<SealedText> texts) {
        ring.load(texts.stream()
                .flatMap(text -> decode(text.envelope()).flatMap(Envelope::read).stream())
                .flatMap(envelope -> envelope.members().stream())
                .collect(Collectors.toSet()));
    }

    @Override
    public void destroy(MemberId member) {
        ring.destroy(member);
    }

    /** Forgets the unwrapped key of a membership in this process, as when another one has destroyed it. */
    public void evict(MemberId member) {
        ring.evict(member);
    }

    /** Checks, before anything is served, that the keys were wrapped by this master key. @throws IllegalStateException */
    public void checkMasterKey() {
        ring.checkMasterKey();
    }

    @Override
    public String match(String text) {
        return HexFormat.of().formatHex(mac(matchKey, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public byte[] hmac(byte[] bytes) {
        return mac(hmacKey, bytes);
    }

    /** What is about one is under their key; what is about two under one derived from both, bound to who they are. */
    private static SecretKey key(List<MemberId> members, List<SecretKey> keys) {
        if (keys.size() == 1) {
            return keys.getFirst();
        }
        var who = members.stream().map(MemberId::toString).collect(Collectors.joining("+"));
        return Hkdf.derive("maillage/vault/two/1/" + who, keys.toArray(SecretKey[]::new));
    }

    private static byte[] mac(SecretKey key, byte[] bytes) {
        try {
            // To look the algorithm up costs more than to use it.
            var mac = (Mac) HMAC.clone();
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException("this Java cannot make an HmacSHA256", e);
        }
    }

    /** Only the one way in which these bytes are written is read: base64 leaves bits over that could be changed. */
    private static Optional<byte[]> decode(String envelope) {
        try {
            var bytes = DECODER.decode(envelope);
            return ENCODER.encodeToString(bytes).equals(envelope) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(byte[] utf8) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }
}
