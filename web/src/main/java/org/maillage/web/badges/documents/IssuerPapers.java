package org.maillage.web.badges.documents;

import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.issue.IssuerDocuments;
import org.maillage.badge.issue.StatusLists;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.badges.documents.Served.Kept;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who issues: profile, keys in each way in which others look for them, and status lists. */
@Controller
class IssuerPapers {

    private final IssuerDocuments issuers;
    private final StatusLists lists;

    IssuerPapers(Badges badges) {
        this.issuers = badges.issuing().issuers();
        this.lists = badges.issuing().statusLists();
    }

    @GetMapping("/issuers/{network}")
    ResponseEntity<byte[]> profile(
            @PathVariable String network, @RequestParam(required = false) @Nullable String lang) {
        return Served.of(
                Served.id(network, NetworkId::new).flatMap(id -> issuers.profile(id, Served.language(lang))),
                Served.LD_JSON,
                Kept.MINUTES);
    }

    @GetMapping("/issuers/{network}/did.json")
    ResponseEntity<byte[]> did(@PathVariable String network) {
        return Served.of(Served.id(network, NetworkId::new).flatMap(issuers::did), Served.DID, Kept.MINUTES);
    }

    @GetMapping("/issuers/{network}/jwks.json")
    ResponseEntity<byte[]> jwks(@PathVariable String network) {
        return Served.of(Served.id(network, NetworkId::new).flatMap(issuers::jwks), Served.JWK_SET, Kept.MINUTES);
    }

    @GetMapping("/issuers/{network}/keys/{key}")
    ResponseEntity<byte[]> key(@PathVariable String network, @PathVariable String key) {
        return Served.of(
                Served.id(network, NetworkId::new)
                        .flatMap(id -> Served.id(key, IssuerKeyId::new).flatMap(name -> issuers.key(id, name))),
                Served.JSON,
                Kept.MINUTES);
    }

    @GetMapping("/issuers/{network}/status/{purpose}/{list}")
    ResponseEntity<byte[]> status(
            @PathVariable String network, @PathVariable String purpose, @PathVariable String list) {
        var document = Served.id(network, NetworkId::new)
                .flatMap(id -> StatusPurpose.of(purpose)
                        .flatMap(known -> Served.number(list).flatMap(number -> lists.document(id, known, number))));
        return Served.of(document, Served.LD_JSON, Kept.NEVER);
    }

    @GetMapping("/ob2/issuers/{network}")
    ResponseEntity<byte[]> hosted(@PathVariable String network) {
        return Served.of(
                Served.id(network, NetworkId::new).flatMap(issuers::hostedIssuer), Served.LD_JSON, Kept.MINUTES);
    }

    @GetMapping("/ob2/issuers/{network}/revoked")
    ResponseEntity<byte[]> revoked(@PathVariable String network) {
        return Served.of(
                Served.id(network, NetworkId::new).flatMap(issuers::hostedRevocations), Served.LD_JSON, Kept.NEVER);
    }
}
