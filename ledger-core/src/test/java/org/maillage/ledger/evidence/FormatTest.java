package org.maillage.ledger.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource({
        "JPEG, ÿØÿàabc",
        "MP3, ID3\u0004abcdef",
        "MP3, ÿû\u0090dabc",
        "OGG, OggS\u0000abc",
        "WAV, RIFFabcdWAVEfmt",
        "M4A, abcdftypM4A abcd",
        "M4A, abcdftypisomabcd"
    })
    void a_file_is_told_by_its_first_bytes(Format format, String head) {
        assertThat(Format.of(head.getBytes(ISO_8859_1))).hasValue(format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ÿ",
                "ÿØ",
                "<html>",
                "GIF89a",
                "RIFFabcdWEBPVP8 ",
                "RIFFabcd",
                "abcdftypheicabcd",
                "abcdftypqt  abcd",
                "abcdftyp",
                "PK\u0003\u0004",
                "MZ",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                " %PDF-1.7 %%EOF",
                "%PDF-1.7 without its end",
                "ÿþa\u0000b\u0000c\u0000",
                "ÿûÿÿ"
            })
    void any_other_file_is_not_taken(String file) {
        assertThat(Format.of(file.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void a_pdf_has_a_beginning_and_an_end() {
        assertThat(Format.of("%PDF-1.7\nbody\n%%EOF\n".getBytes(ISO_8859_1))).hasValue(Format.PDF);
        assertThat(Format.of(("%PDF-1.7\n%%EOF" + " ".repeat(2_000)).getBytes(ISO_8859_1)))
                .isEmpty();
    }
}
