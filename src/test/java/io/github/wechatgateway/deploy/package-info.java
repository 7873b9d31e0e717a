/** What the gateway is packaged with: config/kubernetes/ and config/systemd/. */
@org.jspecify.annotations.NullMarked
package io.github.wechatgateway.deploy;
