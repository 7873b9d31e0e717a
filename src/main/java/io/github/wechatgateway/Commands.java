package io.github.wechatgateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.wechatgateway.config.Problem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What can be asked of the jar, but for running the gateway. */
final class Commands {
  static final int GOOD = 0;
  static final int FAILED = 1;

  /** Settings, routes or arguments. */
  static final int WRONG = 2;

  private static final String EXPECTED =
      "no argument, check, --help or --version; settings come from config/, the environment and -D before -jar";

  private final PrintStream out;
  private final PrintStream errors;

  Commands(PrintStream out, PrintStream errors) {
    this.out = out;
    this.errors = errors;
  }

  /** Does what the arguments ask for; the exit code. */
  int run(String... arguments) {
    return new CommandLine(gateway())
        .setExpandAtFiles(false)
        .setOut(new PrintWriter(out, true, US_ASCII))
        .setErr(new PrintWriter(errors, true, US_ASCII))
        .setParameterExceptionHandler((wrong, all) -> refuse(wrong))
        .setExecutionStrategy(this::execute)
        .execute(arguments);
  }

  /** By hand: annotations would be read by reflection. */
  private static CommandSpec gateway() {
    CommandSpec gateway = CommandSpec.create().name("java -jar wechat-gateway.jar");
    gateway
        .usageMessage()
        .customSynopsis(
            "java [-Dcamel.main.profile=<profile>] -jar wechat-gateway.jar [check | --help | --version]")
        .description(
            "Without an argument: runs the gateway in the working folder, which holds config/ and routes/.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes());
    gateway.versionProvider(Version::lines);
    return gateway
        .addOption(help())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Tells the versions of the gateway, of Camel and of the JDK.")
                .build())
        .addSubcommand("check", check());
  }

  private static CommandSpec check() {
    CommandSpec check = CommandSpec.create();
    check
        .usageMessage()
        .description(
            "Looks at all settings and routes, then at the clock, the folders, the broker, WeChat's"
                + " hosts, each account's token, and a signed callback. Ends within "
                + CheckCommand.LIMIT.toSeconds()
                + " seconds; on a slow machine within "
                + CheckCommand.WATCHDOG.toSeconds()
                + ".");
    return check.addOption(help());
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help").usageHelp(true).description("Tells this.").build();
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "check: all right, or warnings alone");
    codes.put("1", "check: a problem outside of settings and routes");
    codes.put("2", "a problem of settings, routes or arguments, on standard error");
    codes.put("130, 143", "the gateway was stopped, by SIGINT, SIGTERM");
    return codes;
  }

  private int execute(ParseResult asked) {
    @Nullable Integer told = CommandLine.executeHelpRequest(asked);
    if (told != null) {
      return told;
    }
    return asked.hasSubcommand()
        ? new CheckCommand(Profile.given(), out, errors).run()
        : refuse("--", "no command");
  }

  private int refuse(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return refuse("arguments", "not to be read");
    }
    // Who takes it for a place of settings may have written a secret behind the =.
    String argument = unmatched.getUnmatched().get(0).replaceFirst("=.*", "=…");
    return refuse(argument, unmatched.isUnknownOption() ? "unknown option" : "unmatched argument");
  }

  private int refuse(String argument, String found) {
    errors.println(new Problem(argument, found, EXPECTED));
    return WRONG;
  }
}
