package io.github.wechatgateway.http;

/**
 * What a client may ask of the HTTP server.
 *
 * @param maxHeader bytes of the request line, and of all headers
 * @param maxConnections open connections; more are closed at once
 * @param idleTimeout seconds from the opening of a connection, or from the last answer on it, until
 *     a whole request is there
 */
public record HttpLimits(int maxHeader, int maxConnections, int idleTimeout) {}
