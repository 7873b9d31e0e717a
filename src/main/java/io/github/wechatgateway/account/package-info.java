/** The Official Accounts that the gateway serves, as the configuration gives them. */
@NullMarked
package io.github.wechatgateway.account;

import org.jspecify.annotations.NullMarked;
