package io.github.wechatgateway.sandbox;

import java.util.Locale;

/**
 * What goes wrong on purpose with the next calls of one path of the API.
 *
 * @param path as WeChat's, {@code /cgi-bin/…}
 * @param number an errcode, a status or seconds; 0 for what needs none
 * @param times how many calls it still befalls
 */
record Fault(String path, Kind kind, double number, int times) {

  Fault once() {
    return new Fault(path, kind, number, times - 1);
  }

  /** Each is a field of the JSON that asks for it, in lower case. */
  enum Kind {
    /** WeChat's JSON with this errcode, in place of an answer. */
    ERRCODE(-1, 9_999_999),
    /** This HTTP status, with a page in HTML. */
    STATUS(400, 599),
    /** The true answer, so many seconds later. */
    DELAY(0, 60),
    /** No answer, on a connection that stays open: for two minutes, or until the client goes. */
    HANG,
    /** The first half of the true answer, and the end of the connection. */
    TRUNCATE,
    /** A page in HTML with status 200. */
    HTML,
    /** A connection that breaks. */
    RESET;

    private final double least;
    private final double most;
    private final boolean hasNumber;

    Kind() {
      this.least = 0;
      this.most = 0;
      this.hasNumber = false;
    }

    Kind(double least, double most) {
      this.least = least;
      this.most = most;
      this.hasNumber = true;
    }

    String field() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean hasNumber() {
      return hasNumber;
    }

    boolean takes(double number) {
      boolean whole = number == Math.rint(number) || this == DELAY;
      return whole && number >= least && number <= most && !(this == ERRCODE && number == 0);
    }

    String expected() {
      String number = this == DELAY ? "a number of seconds" : "a whole number, not 0,";
      return hasNumber ? "%s from %.0f to %.0f".formatted(number, least, most) : "true";
    }
  }
}
