package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import io.github.wechatgateway.wechat.ServerKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Debian's nginx with {@code config/nginx/}, before a gateway on this machine. */
final class Nginx implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/sbin/nginx");

  private static final Path SITE = Path.of("config", "nginx", "wechat-gateway.conf");
  private static final String HOST = "localhost";

  private final int port = GatewayForTests.freePort();
  private final Path folder;
  private final ServerKey key;
  private final Process process;

  private Nginx(URI gateway, Path folder) throws Exception {
    this.folder = folder;
    this.key = ServerKey.of(HOST, folder);
    pem("fullchain.pem", "CERTIFICATE", key.certificate().getEncoded());
    pem("privkey.pem", "PRIVATE KEY", key.secret().getEncoded());
    Files.writeString(
        folder.resolve("site.conf"),
        Files.readString(SITE)
            .replace("listen 443", "listen 127.0.0.1:" + port)
            .replace("127.0.0.1:8080", gateway.getAuthority())
            .replace("/etc/ssl/wechat.example.com", folder.toString())
            .replace("/var/log/nginx", folder.toString()));
    Path all =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            daemon off;
            user root;
            pid %1$s/pid;
            error_log %1$s/start.log;
            events {}
            http {
              client_body_temp_path %1$s/bodies;
              proxy_temp_path %1$s/answers;
              include %1$s/site.conf;
            }
            """
                .formatted(folder));
    this.process =
        new ProcessBuilder(
                PROGRAM.toString(), "-e", folder.resolve("start.log").toString(), "-c", all + "")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
  }

  /** Once it listens. */
  static Nginx before(URI gateway, Path folder) throws Exception {
    Nginx nginx = new Nginx(gateway, folder);
    await().until(nginx::listens);
    return nginx;
  }

  URI url(String path) {
    return URI.create("https://%s:%d%s".formatted(HOST, port, path));
  }

  /** Trusts its certificate, and no other. */
  SSLContext trust() throws IOException, GeneralSecurityException {
    return key.trust();
  }

  List<String> accessLog() throws IOException {
    return Files.readAllLines(folder.resolve("wechat-gateway.log"));
  }

  String errorLog() throws IOException {
    return Files.readString(folder.resolve("wechat-gateway.error.log"));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private boolean listens() throws IOException {
    if (!process.isAlive()) {
      throw new IOException(Files.readString(folder.resolve("out")));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private void pem(String file, String what, byte[] bytes) throws IOException {
    String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, base64));
  }
}
