/** The gateway between WeChat Official Accounts and an organisation's own systems. */
@NullMarked
package io.github.wechatgateway;

import org.jspecify.annotations.NullMarked;
