package io.github.wechatgateway.wechat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.Callable;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server's key with its certificate, which it signed itself. */
public record ServerKey(Path store) {
  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "mykey"; // keytool's own

  /** Makes one for a host. */
  public static ServerKey of(String host, Path folder) throws IOException, InterruptedException {
    Path store = Files.createTempDirectory(folder, host).resolve("key.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(store.resolveSibling("keytool").toFile())
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException(Files.readString(store.resolveSibling("keytool")));
    }
    return new ServerKey(store);
  }

  /** Sockets that show the certificate. */
  public ServerSocketFactory sockets() throws IOException, GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys(), PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(factory.getKeyManagers(), null, null);
    return tls.getServerSocketFactory();
  }

  public Certificate certificate() throws IOException, GeneralSecurityException {
    return keys().getCertificate(ALIAS);
  }

  /** The private key. */
  public Key secret() throws IOException, GeneralSecurityException {
    return keys().getKey(ALIAS, PASSWORD.toCharArray());
  }

  /** For clients that trust the certificate, and no other. */
  public SSLContext trust() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, certificate());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, factory.getTrustManagers(), null);
    return tls;
  }

  private KeyStore keys() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  /** What comes out of it where Java trusts the certificate, and no other. */
  <T> T trusted(Callable<T> work) throws Exception {
    System.setProperty("javax.net.ssl.trustStore", store.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    try {
      return work.call();
    } finally {
      System.clearProperty("javax.net.ssl.trustStore");
      System.clearProperty("javax.net.ssl.trustStorePassword");
    }
  }
}
