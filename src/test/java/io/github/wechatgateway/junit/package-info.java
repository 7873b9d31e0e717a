/** For tests of handlers: the gateway with a stand-in for WeChat, in JUnit 5. */
@NullMarked
package io.github.wechatgateway.junit;

import org.jspecify.annotations.NullMarked;
