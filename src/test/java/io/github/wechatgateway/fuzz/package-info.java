/** All that is fuzzed: in each build for a while, and what was found again and again. */
@NullMarked
package io.github.wechatgateway.fuzz;

import org.jspecify.annotations.NullMarked;
