package sluice.extractors.kit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for one made-up host, and TLS contexts that serve it and trust it. */
record TestTls(SSLContext server, SSLContext client) {
  private static final char[] PASSWORD = "test-only".toCharArray();

  static SSLContext trustingNobody() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the key pair with the JDK's own keytool. */
  static TestTls forHost(String host, Path folder) {
    Path file = folder.resolve(host + ".p12");
    try {
      Process keytool = new ProcessBuilder(List.of(
          Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
          "-genkeypair", "-keyalg", "EC", "-alias", "site", "-dname", "CN=" + host, "-ext", "SAN=dns:" + host, "-validity", "3650",
          "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(PASSWORD)))
          .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        keys.load(in, PASSWORD);
      }
      KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      identity.init(keys, PASSWORD);
      SSLContext server = SSLContext.getInstance("TLS");
      server.init(identity.getKeyManagers(), null, null);

      KeyStore anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry("site", keys.getCertificate("site"));
      TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(anchors);
      SSLContext client = SSLContext.getInstance("TLS");
      client.init(null, trust.getTrustManagers(), null);
      return new TestTls(server, client);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
