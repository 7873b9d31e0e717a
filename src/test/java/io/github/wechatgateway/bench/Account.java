package io.github.wechatgateway.bench;

import java.util.List;

/** The account of every server, which takes plain and encrypted posts. */
final class Account {
  static final String PATH = "/wechat/demo";
  static final String TOKEN = "demotoken";
  static final String AES_KEY = "ZGVtb2tleWRlbW9rZXlkZW1va2V5ZGVtb2tleWRlbW8";
  static final String APP_ID = "wxdemo0000000000";

  private static final String PREFIX = "-Dwechat.accounts.demo.";

  private Account() {}

  /** As arguments of the gateway's JVM. */
  static List<String> arguments() {
    return List.of(
        PREFIX + "app-id=" + APP_ID,
        "-Dwechat.api.url=http://127.0.0.1:9", // nobody: nothing is measured but callbacks
        PREFIX + "app-secret=demosecret",
        PREFIX + "token=" + TOKEN,
        PREFIX + "encoding-aes-key=" + AES_KEY,
        PREFIX + "encryption=compatible");
  }
}
