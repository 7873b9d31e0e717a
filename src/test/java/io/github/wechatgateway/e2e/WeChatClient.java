package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeChat's side of a callback, written from the protocol: it shares no code with the gateway.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/dev/push/index.html">消息推送</a>
 */
public final class WeChatClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String token;
  private final byte[] key;
  private final String appId;

  WeChatClient() {
    this(RunningGateway.TOKEN, RunningGateway.AES_KEY, RunningGateway.APP_ID);
  }

  public WeChatClient(String token, String aesKey, String appId) {
    this.token = token;
    this.key = Base64.getDecoder().decode(aesKey + "=");
    this.appId = appId;
  }

  /** The query that WeChat signs: to be changed by tests that want a wrong one. */
  public Map<String, String> signed() {
    Map<String, String> query = new LinkedHashMap<>();
    String timestamp = Long.toString(System.currentTimeMillis() / 1000);
    String nonce = Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000_000));
    query.put("signature", sha1(token, timestamp, nonce));
    query.put("timestamp", timestamp);
    query.put("nonce", nonce);
    query.put("openid", "oCanaryOpenId8Zk");
    return query;
  }

  /** As {@link #signed()}, with what an encrypted post has besides. */
  public Map<String, String> signed(String encrypt) {
    Map<String, String> query = signed();
    query.put("encrypt_type", "aes");
    query.put("msg_signature", sha1(token, query.get("timestamp"), query.get("nonce"), encrypt));
    return query;
  }

  HttpResponse<String> check(URI url, Map<String, String> query) {
    return send(HttpRequest.newBuilder(withQuery(url, query)).GET());
  }

  public HttpResponse<String> post(
      URI url, Map<String, String> query, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(withQuery(url, query))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "text/xml");
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> postPlain(URI url, String xml) {
    return post(url, signed(), xml);
  }

  /** In safe mode: Encrypt alone. */
  public HttpResponse<String> postSafe(URI url, String xml) {
    String encrypt = encrypt(xml);
    return post(url, signed(encrypt), envelope(encrypt));
  }

  /** In compatible mode: both forms in one body. */
  HttpResponse<String> postCompatible(URI url, String xml, String plainPart) {
    String encrypt = encrypt(xml);
    String both =
        plainPart.replace("</xml>", "<Encrypt><![CDATA[" + encrypt + "]]></Encrypt></xml>");
    return post(url, signed(encrypt), both);
  }

  public static String envelope(String encrypt) {
    return "<xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
        .formatted(encrypt);
  }

  public String encrypt(String message) {
    byte[] bytes = message.getBytes(UTF_8);
    ByteArrayOutputStream full = new ByteArrayOutputStream();
    full.writeBytes("abcdefghijklmnop".getBytes(UTF_8));
    full.writeBytes(
        new byte[] {
          0, (byte) (bytes.length >> 16), (byte) (bytes.length >> 8), (byte) bytes.length
        });
    full.writeBytes(bytes);
    full.writeBytes(appId.getBytes(UTF_8));
    int padding = 32 - full.size() % 32;
    for (int i = 0; i < padding; i++) {
      full.write(padding);
    }
    return Base64.getEncoder().encodeToString(aes(Cipher.ENCRYPT_MODE, full.toByteArray()));
  }

  /**
   * The message in an encrypted answer, once its signature, its padding and its AppID are right.
   */
  public String opened(String answer) {
    String encrypt = Xml.text(answer, "Encrypt");
    String expected =
        sha1(token, Xml.text(answer, "TimeStamp"), Xml.text(answer, "Nonce"), encrypt);
    if (!expected.equals(Xml.text(answer, "MsgSignature"))) {
      throw new AssertionError("MsgSignature does not fit");
    }
    byte[] full = aes(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypt));
    int end = full.length - full[full.length - 1];
    int length = new BigInteger(1, Arrays.copyOfRange(full, 16, 20)).intValueExact();
    if (full.length % 32 != 0
        || !new String(full, 20 + length, end - 20 - length, UTF_8).equals(appId)) {
      throw new AssertionError("padding or AppID is wrong");
    }
    return new String(full, 20, length, UTF_8);
  }

  static URI withQuery(URI url, Map<String, String> query) {
    return URI.create(
        url
            + "?"
            + query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&")));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(
          request.timeout(Duration.ofSeconds(10)).build(),
          HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String sha1(String... texts) {
    try {
      byte[] sorted = String.join("", new TreeSet<>(Arrays.asList(texts))).getBytes(UTF_8);
      return "%040x"
          .formatted(new BigInteger(1, MessageDigest.getInstance("SHA-1").digest(sorted)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private byte[] aes(int mode, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
