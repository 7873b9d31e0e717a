/** What WeChat's servers know: accounts, users, what users did, what they were sent. */
@NullMarked
package io.github.wechatgateway.sandbox.state;

import org.jspecify.annotations.NullMarked;
