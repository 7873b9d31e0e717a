/** What is edited while the sandbox runs takes effect with the next message. */
@NullMarked
package io.github.wechatgateway.sandbox.edit;

import org.jspecify.annotations.NullMarked;
