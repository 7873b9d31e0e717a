/** README, SECURITY and docs/: what they link to is there, and what they show works. */
@org.jspecify.annotations.NullMarked
package io.github.wechatgateway.docs;
