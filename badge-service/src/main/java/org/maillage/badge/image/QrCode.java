package org.maillage.badge.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** An address as a code to scan, drawn as SVG: black on white with the quiet border that readers need. */
public final class QrCode {

    private static final int BORDER = 4;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** The code of an address. @throws IllegalArgumentException where it is longer than a code holds */
    public static QrCode of(String address) {
        try {
            return new QrCode(new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    BORDER)));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a code to scan", e);
        }
    }

    /**
     * The drawing that stands alone.
     *
     * @param title what scanning it does, in the reader's language
     */
    public String svg(String title) {
        return Svg.titled(attributes(), title, "", drawing());
    }

    /** The drawing beside the address in words. */
    String decoration() {
        return Svg.decoration(attributes(), drawing());
    }

    /** Modules across, with the border. */
    int size() {
        return modules.getWidth();
    }

    private String attributes() {
        return Svg.NAMESPACE + " class=\"qr\" viewBox=\"0 0 " + size() + " " + size() + "\"";
    }

    private String drawing() {
        var dark = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                int from = x;
                while (x < size() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    dark.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - from)
                            .append("v1h")
                            .append(from - x)
                            .append('z');
                }
            }
        }
        return "<rect width=\"" + size() + "\" height=\"" + size() + "\" fill=\"#fff\"/><path d=\"" + dark
                + "\" fill=\"#000\"/>";
    }
}
