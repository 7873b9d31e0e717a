package io.github.wechatgateway;

/**
 * Envelopes that Tencent and others have published, each checked with OpenSSL. Their random bytes
 * are known, so that encrypting the message again must give the very same Encrypt.
 */
public enum PublishedEnvelope {
  /**
   * V11: Tencent's documentation, 消息推送: an event (JSON; official accounts send XML in the same
   * envelope).
   */
  EVENT(
      "AAAAA",
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      "wxba5fad812f8e6fb9",
      "1714112445",
      "415670741",
      "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3",
      "a8eedb185eb2fecf",
      "{\"ToUserName\":\"gh_97417a04a28d\",\"FromUserName\":\"o9AgO5Kd5ggOC-bXrbNODIiE3bGY\",\"CreateTime\":1714112445,\"MsgType\":\"event\",\"Event\":\"debug_demo\",\"debug_str\":\"hello world\"}",
      "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04="),
  /** V12: the same page: the reply. */
  JSON_REPLY(
      "AAAAA",
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      "wxba5fad812f8e6fb9",
      "1713424427",
      "415670741",
      "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1",
      "707722b803182950",
      "{\"demo_resp\":\"good luck\"}",
      "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=="),
  /** V14: the same page, third-party platform: the reply, with a misprint of Tencent's in it. */
  XML_REPLY(
      "AAAAA",
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      "wx134c8103faa5a59e",
      "1713424427",
      "415670741",
      "03e0812039325c2712ef5f0f980fd14c70d6e307",
      "999951349e8ee746",
      "<xml><demo_resp>[CDATA[good luck]]</demo_resp></xml>",
      "hE8R6mGXHkJJjU72KxzKUd1GEkKJaEZq7vRL8XgK3o+00k8JGq6+pZJUIlTSyhsX+bxIBQ72g3GyvDdIZcr6+3HAZbSvPT9t/o11MI7d6WELwqrGd7jMnV0zv3Zc9Nq7"),
  /** V1: Tencent's C# sample; 30 bytes of padding, more than AES's own 16. */
  TEXT(
      "QDG6eK",
      "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
      "wx5823bf96d3bd56c7",
      "1409659813",
      "1372623149",
      "477715d11cdb4164915debcba66cb864d751f3e6",
      "0960688932c47ef1",
      "<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>\n<FromUserName><![CDATA[mycreate]]></FromUserName>\n<CreateTime>1409659813</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[hello]]></Content>\n<MsgId>4561255354251345929</MsgId>\n<AgentID>218</AgentID>\n</xml>",
      "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q=="),
  /** V2: Tencent's Java sample, by way of WxJava's WxCryptUtilTest. */
  CHINESE(
      "pamtest",
      "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
      "wxb11529c136998cb6",
      "1409304348",
      "xxxxxx",
      "",
      "aaaabbbbccccdddd",
      "我是中文abcd123",
      "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg=="),
  /** V3: the same test. */
  VIDEO_REPLY(
      "pamtest",
      "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
      "wxb11529c136998cb6",
      "1409304348",
      "xxxxxx",
      "",
      "aaaabbbbccccdddd",
      "<xml><ToUserName><![CDATA[oia2Tj我是中文jewbmiOUlr6X-1crbLOvLw]]></ToUserName><FromUserName><![CDATA[gh_7f083739789a]]></FromUserName><CreateTime>1407743423</CreateTime><MsgType><![CDATA[video]]></MsgType><Video><MediaId><![CDATA[eYJ1MbwPRJtOvIEabaxHs7TX2D-HV71s79GUxqdUkjm6Gs2Ed1KF3ulAOA9H1xG0]]></MediaId><Title><![CDATA[testCallBackReplyVideo]]></Title><Description><![CDATA[testCallBackReplyVideo]]></Description></Video></xml>",
      "jn1L23DB+6ELqJ+6bruv23M2GmYfkv0xBh2h+XTBOKVKcgDFHle6gqcZ1cZrk3e1qjPQ1F4RsLWzQRG9udbKWesxlkupqcEcW7ZQweImX9+wLMa0GaUzpkycA8+IamDBxn5loLgZpnS7fVAbExOkK5DYHBmv5tptA9tklE/fTIILHR8HLXa5nQvFb3tYPKAlHF3rtTeayNf0QuM+UW/wM9enGIDIJHF7CLHiDNAYxr+r+OrJCmPQyTy8cVWlu9iSvOHPT/77bZqJucQHQ04sq7KZI27OcqpQNSto2OdHCoTccjggX5Z9Mma0nMJBU+jLKJ38YB1fBIz+vBzsYjrTmFQ44YfeEuZ+xRTQwr92vhA9OxchWVINGC50qE/6lmkwWTwGX9wtQpsJKhP+oS7rvTY8+VdzETdfakjkwQ5/Xka042OlUb1/slTwo4RscuQ+RdxSGvDahxAJ6+EAjLt9d8igHngxIbf6YyqqROxuxqIeIch3CssH/LqRs+iAcILvApYZckqmA7FNERspKA5f8GoJ9sv8xmGvZ9Yrf57cExWtnX8aCMMaBropU/1k+hKP5LVdzbWCG0hGwx/dQudYR/eXp3P0XxjlFiy+9DMlaFExWUZQDajPkdPrEeOwofJb"),
  /** V5: wechatpy's test_check_signature_should_ok: a WeCom echostr. */
  ECHOSTR(
      "123456",
      "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR",
      "wx49f0ab532d5d035a",
      "1411443780",
      "437374425",
      "dd6b9c95b495b3f7e2901bfbc76c664930ffdb96",
      "2304fc2fe146f1f8",
      "5927782489442352469",
      "4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q=="),
  /** V6: wechatpy's test_encrypt_message. */
  TEXT_REPLY(
      "123456",
      "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR",
      "wx49f0ab532d5d035a",
      "1411525903",
      "461056294",
      "407518b7649e86ef23978113f92d27afa9296533",
      "1234567890123456",
      "<xml>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[test]]></Content>\n<FromUserName><![CDATA[wx49f0ab532d5d035a]]></FromUserName>\n<ToUserName><![CDATA[messense]]></ToUserName>\n<AgentID>1</AgentID>\n<CreateTime>1411525903</CreateTime>\n</xml>",
      "9s4gMv99m88kKTh/H8IdkOiMg6bisoy3ypwy9H4hvSPe9nsGaqyw5hhSjdYbcrKk+j3nba4HMOTzHrluLBYqxgNcBqGsL8GqxlhZgURnAtObvesEl5nZ+uBE8bviY0LWke8Zy9V/QYKxNV2FqllNXcfmstttyIkMKCCmVbCFM2JTF5wY0nFhHZSjPUL2Q1qvSUCUld+/WIXrx0oyKQmpB6o8NRrrNrsDf03oxI1p9FxUgMnwKKZeOA/uu+2IEvEBtb7muXsVbwbgX05UPPJvFurDXafG0RQyPR+mf1nDnAtQmmNOuiR5MIkdQ39xn1vWwi1O5oazPoQJz0nTYjxxEE8kv3kFxtAGVRe3ypD3WeK2XeFYFMNMpatF9XiKzHo3");

  public final String token;
  public final String encodingAesKey;
  public final String appId;
  public final String timestamp;
  public final String nonce;

  /** Empty where none was published. */
  public final String msgSignature;

  public final String random;
  public final String message;
  public final String encrypt;

  PublishedEnvelope(
      String token,
      String encodingAesKey,
      String appId,
      String timestamp,
      String nonce,
      String msgSignature,
      String random,
      String message,
      String encrypt) {
    this.token = token;
    this.encodingAesKey = encodingAesKey;
    this.appId = appId;
    this.timestamp = timestamp;
    this.nonce = nonce;
    this.msgSignature = msgSignature;
    this.random = random;
    this.message = message;
    this.encrypt = encrypt;
  }
}
