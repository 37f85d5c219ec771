package org.maillage.web.badges;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection over TLS to one machine, whichever others its name may stand for; it ends by itself. */
final class SecureLine {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private SecureLine() {}

    /**
     * Connects, and lets the machine show by its certificate that it is the host.
     *
     * @throws IOException where it does not answer in time, or is not the host
     */
    static Socket open(InetAddress machine, String host, int port) throws IOException {
        var plain = new Socket(Proxy.NO_PROXY);
        try {
            // However slowly the other side sends, byte by byte: nothing of it takes longer than this.
            CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> close(plain));
            plain.connect(new InetSocketAddress(machine, port), (int) PATIENCE.toMillis());
            plain.setSoTimeout((int) PATIENCE.toMillis());
            var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            var secure = (SSLSocket) factory.createSocket(plain, host, port, true);
            var asked = secure.getSSLParameters();
            // A certificate of another name is refused (RFC 2818, section 3.1).
            asked.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(asked);
            secure.startHandshake();
            return secure;
        } catch (IOException | RuntimeException failure) {
            close(plain);
            throw failure;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is of no use any more, closed or not.
        }
    }
}
