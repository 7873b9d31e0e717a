package io.github.wechatgateway.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is measured, and how long: {@code -Dbench="parts=plain,start rounds=3"}, say.
 *
 * @param parts of {@code plain,aes,start,waiting,hang,late}, which is the default, and {@code
 *     soak}, which takes a quarter of an hour
 * @param seconds of a round; 5
 * @param rounds that are measured of each server; 5
 * @param warmUp seconds of load that each server gets before, at least; 40
 * @param warmUpMost and at most, where its rounds still differ; 60
 * @param starts of each server; 5
 * @param jvm an option for the gateway's JVM besides {@code -Xmx512m}, such as {@code
 *     jvm=-XX:StartFlightRecording=filename=gateway.jfr}; none
 * @param jdk the folder of another JDK, of 24 or later, whose starts are measured too, without and
 *     with an AOT cache; none
 */
record Options(
    List<String> parts,
    int seconds,
    int rounds,
    int warmUp,
    int warmUpMost,
    int starts,
    List<String> jvm,
    Optional<Path> jdk) {
  static Options of(String text) {
    Map<String, String> given =
        Arrays.stream(text.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(option -> option[0], option -> option[1]));
    return new Options(
        List.of(given.getOrDefault("parts", "plain,aes,start,waiting,hang,late").split(",")),
        number(given, "seconds", 5),
        number(given, "rounds", 5),
        number(given, "warmUp", 40),
        number(given, "warmUpMost", 60),
        number(given, "starts", 5),
        Stream.ofNullable(given.get("jvm")).toList(),
        Optional.ofNullable(given.get("jdk")).map(Path::of));
  }

  private static int number(Map<String, String> given, String name, int usual) {
    return given.containsKey(name) ? Integer.parseInt(given.get(name)) : usual;
  }

  boolean has(String part) {
    return parts.contains(part);
  }
}
