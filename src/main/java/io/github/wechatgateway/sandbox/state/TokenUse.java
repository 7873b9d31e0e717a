package io.github.wechatgateway.sandbox.state;

import java.util.Optional;

/**
 * What a token is good for.
 *
 * @param account whose token it is; known for each that is remembered
 */
public record TokenUse(TokenState state, Optional<OfficialAccount> account) {}
