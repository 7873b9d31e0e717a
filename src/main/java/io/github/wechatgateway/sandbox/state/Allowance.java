package io.github.wechatgateway.sandbox.state;

import java.time.Duration;

/** How many customer-service messages (下发额度) for how long (额度有效期). */
record Allowance(int messages, Duration time) {}
