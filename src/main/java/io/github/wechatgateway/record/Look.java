package io.github.wechatgateway.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is at one moment.
 *
 * @param since when the gateway first saw the message, in milliseconds since 1970
 * @param tries the first ones, in the order in which they came
 * @param runs the last ones
 * @param after the last things, in their order
 */
record Look(
    About about,
    long since,
    List<Try> tries,
    List<Run> runs,
    @Nullable Lateness late,
    List<After> after) {}
