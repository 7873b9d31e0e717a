package io.github.wechatgateway.account;

import java.util.List;

/**
 * An Official Account (公众号).
 *
 * @param name what the URL calls it: {@code /wechat/<name>}
 * @param appId 开发者ID(AppID)
 * @param appSecret 开发者密码(AppSecret)
 * @param token 令牌(Token): signs every callback
 * @param accessToken how it gets its access token
 * @param keys the EncodingAESKey and, while it is being changed, the previous one; empty in plain
 *     mode
 * @param lateReply what becomes of an answer that is not ready in time
 * @param lateText what the user reads when even the last try was too early; empty = nothing
 */
public record Account(
    String name,
    String appId,
    Secret appSecret,
    Secret token,
    TokenKind accessToken,
    List<EncodingAesKey> keys,
    Encryption encryption,
    LateReply lateReply,
    String lateText) {}
