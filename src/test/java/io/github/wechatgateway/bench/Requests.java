package io.github.wechatgateway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Requests as WeChat sends them, each with a message of its own: for a client that must take less
 * of its core than the server of its. What is the same in all of them is made once a second.
 */
final class Requests {
  /** No keyword is in it: the handler goes through all that it knows, and welcomes the user. */
  static final String TEXT = "今天有什么活动";

  private static final String ID = "00000000000000000";
  private static final String USER = "oia2TjjewbmiOUlr6X-1crbL";

  /** Users there are so many of: each has the last digits of the message's id. */
  private static final String DIGITS = "0000";

  static final String FIRST_USER = USER + DIGITS;

  private static final String ENCRYPT = "{Encrypt}";
  private static final String SIGNATURE = "{" + "0".repeat(38) + "}";

  private final HandCrypto crypto = new HandCrypto(Account.AES_KEY, Account.APP_ID);
  private final boolean encrypted;
  private final String text;
  private long id = System.currentTimeMillis() * 10_000;
  private long second;
  private String timestamp = "";
  private String nonce = "";
  private byte[] message = new byte[0];
  private int idAt;
  private int userAt;
  private byte[] request = new byte[0];
  private int signatureAt;
  private int encryptAt;

  Requests(boolean encrypted, String text) throws GeneralSecurityException {
    this.encrypted = encrypted;
    this.text = text;
  }

  /** Another one. Its bytes hold until the next is asked for. */
  ByteBuffer next() throws GeneralSecurityException {
    long now = System.currentTimeMillis() / 1000;
    if (now != second) {
      second = now;
      prepare();
    }
    number(id++);
    if (encrypted) {
      byte[] encrypt = crypto.seal(message);
      String base64 = new String(encrypt, ISO_8859_1);
      byte[] signature = crypto.signature(Account.TOKEN, timestamp, nonce, base64);
      System.arraycopy(signature, 0, request, signatureAt, signature.length);
      System.arraycopy(encrypt, 0, request, encryptAt, encrypt.length);
    }
    return ByteBuffer.wrap(request);
  }

  static String message(String content, long createTime, String id) {
    return """
        <xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName>
        <FromUserName><![CDATA[%s]]></FromUserName>
        <CreateTime>%d</CreateTime>
        <MsgType><![CDATA[text]]></MsgType>
        <Content><![CDATA[%s]]></Content>
        <MsgId>%s</MsgId>
        </xml>"""
        .formatted(FIRST_USER, createTime, content, id);
  }

  private void prepare() throws GeneralSecurityException {
    timestamp = Long.toString(second);
    nonce = Long.toString(1_000_000_000L + id % 1_000_000_000L);
    message = message(text, second, ID).getBytes(UTF_8);
    String signature = new String(crypto.signature(Account.TOKEN, timestamp, nonce), ISO_8859_1);
    String query =
        "signature=%s&timestamp=%s&nonce=%s&openid=%s"
            .formatted(signature, timestamp, nonce, FIRST_USER);
    if (!encrypted) {
      request = post(query, message);
      message = request; // the digits of the id are in it
    } else {
      byte[] encrypt = crypto.seal(message);
      String body =
          """
          <xml>
              <ToUserName><![CDATA[gh_7f083739789a]]></ToUserName>
              <Encrypt><![CDATA[%s]]></Encrypt>
          </xml>
          """
              .formatted(ENCRYPT + "=".repeat(encrypt.length - ENCRYPT.length()));
      request =
          post(query + "&encrypt_type=aes&msg_signature=" + SIGNATURE, body.getBytes(ISO_8859_1));
      signatureAt = indexOf(request, SIGNATURE);
      encryptAt = indexOf(request, ENCRYPT);
    }
    idAt = indexOf(message, ID);
    userAt = indexOf(message, FIRST_USER + "]") + USER.length();
  }

  private static byte[] post(String query, byte[] body) {
    byte[] head =
        """
        POST %s?%s HTTP/1.1
        User-Agent: Mozilla/4.0
        Accept: */*
        Host: 127.0.0.1
        Pragma: no-cache
        Connection: Keep-Alive
        Content-Type: text/xml
        Content-Length: %d

        """
            .formatted(Account.PATH, query, body.length)
            .replace("\n", "\r\n")
            .getBytes(ISO_8859_1);
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
  }

  private static int indexOf(byte[] bytes, String ascii) {
    return new String(bytes, ISO_8859_1).indexOf(ascii);
  }

  private void number(long number) {
    for (int i = ID.length() - 1; i >= 0; i--, number /= 10) {
      message[idAt + i] = (byte) ('0' + number % 10);
    }
    System.arraycopy(
        message, idAt + ID.length() - DIGITS.length(), message, userAt, DIGITS.length());
  }
}
