package io.github.wechatgateway.sandbox.api;

import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Uploads a file as HTTP clients do. */
record Upload(Caller caller) {
  static final String CONTENT_TYPE = "multipart/form-data; boundary=----x1";

  ApiAnswer send(String type, String fileName, byte[] file) {
    return sendPart(type, "name=\"media\"; filename=\"" + fileName + "\"", file);
  }

  /** With a part that is described so. */
  ApiAnswer sendPart(String type, String disposition, byte[] file) {
    return sendBody(type, CONTENT_TYPE, part(disposition, file));
  }

  ApiAnswer sendBody(String type, String contentType, byte[] body) {
    return caller.post(
        "/cgi-bin/media/upload",
        contentType,
        body,
        "type",
        type,
        "access_token",
        caller.token(SHOP));
  }

  static byte[] part(String disposition, byte[] file) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("------x1\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n------x1--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }
}
