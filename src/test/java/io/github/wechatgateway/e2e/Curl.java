package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Does what a curl command says, of which it understands what the page writes. */
final class Curl {
  /** Quoted as a shell reads it: {@code 'it'\\''s'}. */
  private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'\\\\'')*)'");

  private Curl() {}

  /** The command has an address, a header and a body. */
  static HttpResponse<String> run(String command) throws IOException, InterruptedException {
    assertThat(command).matches("(?s)curl '.*' -H '.*' --data-binary '.*'");
    List<String> arguments =
        QUOTED
            .matcher(command)
            .results()
            .map((MatchResult quoted) -> quoted.group(1).replace("'\\''", "'"))
            .toList();
    String[] header = arguments.get(1).split(": ", 2);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(arguments.get(0)))
            .header(header[0], header[1])
            .POST(BodyPublishers.ofString(arguments.get(2)))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
