package io.github.wechatgateway.bench;

/** The account of config/application-sandbox.properties, which takes plain and encrypted posts. */
final class Sandbox {
  static final String PATH = "/wechat/demo";
  static final String TOKEN = "demotoken";
  static final String AES_KEY = "ZGVtb2tleWRlbW9rZXlkZW1va2V5ZGVtb2tleWRlbW8";
  static final String APP_ID = "wxdemo0000000000";

  private Sandbox() {}
}
