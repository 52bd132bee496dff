package dev.linkscope.octoprint;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * Accepts every certificate. Only for finding, as OctoPi makes its own certificate and a request
 * that asks whether OctoPrint is there has nothing to hide; and for cameras, whose certificates the
 * Obico plugin does not check either.
 */
final class AnyCertificate implements X509TrustManager {
    private AnyCertificate() {}

    static OkHttpClient.Builder accept(OkHttpClient.Builder builder) {
        var trust = new AnyCertificate();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return builder.sslSocketFactory(context.getSocketFactory(), trust)
                    .hostnameVerifier((_, _) -> true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        throw new UnsupportedOperationException("no server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        // Whoever answers may.
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
