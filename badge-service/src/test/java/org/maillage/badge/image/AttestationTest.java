package org.maillage.badge.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.maillage.badge.image.Attestation.Fact;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;

class AttestationTest {

    private static final String ADDRESS = "https://maillage.example/b/7KQ4M2XD";
    private static final Instant NOW = Instant.parse("2026-11-19T16:12:00Z");
    private static final BadgeImage BADGE = BadgeImage.of(Role.LEAD, BadgeStep.PRACTICE, "val-d-arcelle");

    @Test
    void an_attestation_says_all_of_its_words_on_one_page_of_a4() throws IOException {
        var bytes = AttestationPdf.of(
                attestation("Nadia Exemple", List.of("12 ateliers de mars à novembre 2026")), BADGE, NOW);

        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Attestation · Animer, pratique suivie");
            assertThat(new PDFTextStripper().getText(document).replace('\u00a0', ' '))
                    .contains("Nadia Exemple", "Animer, pratique suivie", "Réseau d’essai", "19 novembre 2026")
                    .contains("12 ateliers de mars à novembre 2026", "7KQ4-M2XD", ADDRESS);
        }
    }

    @Test
    void an_attestation_of_long_words_and_of_letters_that_the_fonts_lack_stays_on_its_page() throws IOException {
        var bytes = AttestationPdf.of(
                attestation("漢字 Ünïcödé \ud83e\udde6", Collections.nCopies(40, "Un atelier de plus, ".repeat(30))),
                BADGE,
                NOW);

        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).replace('\u00a0', ' '))
                    .contains("?? Ünïcödé ?", "…", ADDRESS);
        }
    }

    @Test
    void the_code_to_scan_holds_the_address() throws Exception {
        var qr = QrCode.of(ADDRESS);
        int side = qr.size() * 4;
        var pixels = new Pixels(side, side);
        Drawing.lay(qr.decoration(), pixels, 4, 0, 0);
        var argb = new int[side * side];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = pixels.argb(i % side, i / side);
        }
        var read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, argb))));
        assertThat(read.getText()).isEqualTo(ADDRESS);
        assertThat(qr.svg("Ouvrir <la page>")).contains("<title>Ouvrir &lt;la page&gt;</title>");
    }

    private static Attestation attestation(String holder, List<String> evidence) {
        return new Attestation(
                "fr",
                "Attestation",
                holder,
                "Animer, pratique suivie",
                "Conçoit et anime des ateliers, et y revient semaine après semaine.",
                List.of(new Fact("Délivré par", "Réseau d’essai"), new Fact("Le", "19 novembre 2026")),
                "Comment il s’obtient",
                "Douze ateliers sur trois mois au moins, dont trois confirmés par des collègues.",
                "Ce qui a été fait",
                evidence,
                "Vérifier",
                "Scannez ce code, ou saisissez le code du badge à l’adresse ci-dessous.",
                ADDRESS,
                "7KQ4-M2XD");
    }
}
