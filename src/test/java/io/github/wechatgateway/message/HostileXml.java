package io.github.wechatgateway.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Documents that a careless XML parser suffers from, for each parser that we use: as messages and
 * as envelopes. A file with {@link #CANARY} in it and a server that counts its visitors tell
 * whether anything was fetched.
 */
public final class HostileXml {
  public static final String CANARY = "canary-in-a-file";

  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final AtomicInteger VISITORS = new AtomicInteger();
  private static final String FILE = canaryFile().toUri().toString();
  private static final String HTTP = "http://127.0.0.1:" + canaryServer() + "/";

  private static final Map<String, byte[]> DOCUMENTS = new LinkedHashMap<>();

  private HostileXml() {}

  /** What is wrong with each of the documents: their names. */
  public static Set<String> names() {
    return DOCUMENTS.keySet();
  }

  public static byte[] document(String name) {
    return Objects.requireNonNull(DOCUMENTS.get(name), name);
  }

  /** How often somebody has connected to the server that the documents name. */
  public static int visitors() {
    return VISITORS.get();
  }

  /** What this thread has allocated, in bytes. */
  public static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  static {
    String hello = with("hello");

    // Something is to be fetched.
    add("entity of a file", dtd("<!ENTITY e SYSTEM '" + FILE + "'>") + with("&e;"));
    add("entity over http", dtd("<!ENTITY e SYSTEM '" + HTTP + "'>") + with("&e;"));
    add("public entity", dtd("<!ENTITY e PUBLIC 'p' '" + HTTP + "'>") + with("&e;"));
    add("entity in a jar", dtd("<!ENTITY e SYSTEM 'jar:" + HTTP + "a!/b'>") + with("&e;"));
    add("entity in an attribute", dtd("<!ENTITY e SYSTEM '" + FILE + "'>") + "<xml a='&e;'/>");
    add("entity that is not used", dtd("<!ENTITY e SYSTEM '" + HTTP + "'>") + hello);
    add("external DTD", "<!DOCTYPE xml SYSTEM '" + HTTP + "'>" + hello);
    add("external DTD in a file", "<!DOCTYPE xml SYSTEM '" + FILE + "'>" + hello);
    add("public external DTD", "<!DOCTYPE xml PUBLIC 'p' '" + HTTP + "'>" + hello);
    add("parameter entity", dtd("<!ENTITY % p SYSTEM '" + HTTP + "'> %p;") + hello);
    add("parameter entity of a file", dtd("<!ENTITY % p SYSTEM '" + FILE + "'> %p;") + hello);
    add("XInclude of a file", include(FILE));
    add("XInclude over http", include(HTTP));
    add("schemaLocation", schema("schemaLocation='http://wechat " + HTTP + "'"));
    add("noNamespaceSchemaLocation", schema("noNamespaceSchemaLocation='" + HTTP + "'"));
    add("stylesheet", "<?xml-stylesheet type='text/xsl' href='" + HTTP + "'?>" + hello);

    // Entities that never leave the document.
    add("billion laughs", dtd(laughs()) + with("&e9;"));
    add("quadratic blow-up", dtd("<!ENTITY e '" + x(50_000) + "'>") + with("&e;".repeat(50_000)));
    add("entities in a circle", dtd("<!ENTITY e '&f;'><!ENTITY f '&e;'>") + with("&e;"));
    add("element from an entity", dtd("<!ENTITY e '<b/>'>") + with("&e;"));
    add("default attribute", dtd("<!ATTLIST xml MsgType CDATA 'event'>") + hello);
    add("DTD that never ends", "<!DOCTYPE xml [" + "<!-- x -->".repeat(50_000));
    add("undeclared entity", with("&e;"));
    add("HTML's entity", with("&nbsp;"));

    // Too much of something.
    add("100,000 nested elements", "<xml>" + "<a>".repeat(100_000));
    add("100,000 nested and closed", with("<a>".repeat(100_000) + "</a>".repeat(100_000)));
    add("100,000 roots", with("") + "<a/>".repeat(100_000));
    add("100,000 children of one name", "<xml>" + "<a/>".repeat(100_000) + "</xml>");
    add("10,000 names", "<xml>" + numbered("<a%d/>", 10_000) + "</xml>");
    add("name of 1 MB", "<xml><" + x(1_000_000) + "/></xml>");
    add("root's name of 1 MB", "<" + x(1_000_000) + "/>");
    add("attribute's name of 1 MB", "<xml " + x(1_000_000) + "='1'/>");
    add("attribute of 1 MB", "<xml a='" + x(1_000_000) + "'/>");
    add("10,000 attributes", "<xml " + numbered(" a%d='1'", 10_000) + "/>");
    add("10,000 name spaces", "<xml " + numbered(" xmlns:a%d='b'", 10_000) + "/>");
    add("comment of 1 MB", "<!--" + x(1_000_000) + "-->" + hello);
    add("instruction of 1 MB", "<?" + x(1_000_000) + "?>" + hello);
    add("white space of 1 MB", " ".repeat(1_000_000) + hello);
    add("100,000 CDATA sections", with("<![CDATA[]]>".repeat(100_000)));
    add("100,000 references", with("&#120;".repeat(100_000)));

    // Encodings.
    String stolen = dtd("<!ENTITY e SYSTEM '" + FILE + "'>") + with("&e;");
    add("UTF-16", stolen, UTF_16);
    add("UTF-16 without a mark", stolen, UTF_16LE);
    add("UTF-16, the other way", stolen, UTF_16BE);
    add("UTF-32", stolen, Charset.forName("UTF-32"));
    add("EBCDIC", "<?xml version='1.0' encoding='cp037'?>" + stolen, Charset.forName("IBM037"));
    add("UTF-7", declared("UTF-7") + stolen.replace("<", "+ADw-").replace(">", "+AD4-"));
    add("mark before an entity", "\uFEFF" + stolen);
    add("two marks", "\uFEFF\uFEFF" + hello);
    add("says UTF-16 and is not", declared("UTF-16") + hello);
    add("encoding that nobody knows", declared("x-nobody") + hello);
    add("encoding of 1 MB", declared(x(1_000_000)) + hello);
    add("version 1.1", "<?xml version='1.1'?>" + with("&#1;&#x85;"));
    add("version 9", "<?xml version='9'?>" + hello);
    add("overlong <", with("\u00C0\u00BCb\u00C0\u00BE"), ISO_8859_1);
    add("half a character", with("\u00E4\u00BD"), ISO_8859_1);
    add("lone surrogate in bytes", with("\u00ED\u00A0\u0080"), ISO_8859_1);
    add("lone surrogate as a number", with("&#xD800;"));
    add("number out of range", with("&#x7FFFFFFF;&#99999999999;"));

    // Not quite XML.
    add("CDATA that ends within", with("<![CDATA[a]]></Content><Encrypt>b]]>"));
    add("CDATA that never ends", with("<![CDATA[a"));
    add("CDATA in CDATA", with("<![CDATA[<![CDATA[a]]>]]>"));
    add("end of CDATA alone", with("a]]>b"));
    add("NUL", with("a\0b"));
    add("NUL as a number", with("&#0;"));
    add("control characters", with("\u0001\b\u001F"));
    add("two of each", hello.replace("</xml>", hello.replaceAll("</?xml>", "") + "</xml>"));
    add("empty", "");
    add("white space", " \n ");
    add("no root", "<!-- nothing -->");
    add("text alone", CANARY.substring(3));
    add("JSON", "{\"MsgType\":\"text\",\"Encrypt\":\"hello\"}");
    add("garbage behind", hello + "garbage");
    add("two roots", hello + hello);
    add("cut off", hello.substring(0, hello.length() - 9));
    add("nil", hello.replace("<xml>", "<xml xmlns:i='" + XSI + "' i:nil='true'>"));
    add(
        "nil inside",
        "<xml xmlns:i='" + XSI + "'><MsgType i:nil='true'/><Encrypt i:nil='1'/></xml>");
    add("name space that was not declared", "<x:xml><x:MsgType/></x:xml>");
  }

  private static void add(String name, String document) {
    add(name, document, UTF_8);
  }

  private static void add(String name, String document, Charset charset) {
    DOCUMENTS.put(name, document.getBytes(charset));
  }

  /** A message and an envelope at once. */
  private static String with(String text) {
    return "<xml><ToUserName>gh</ToUserName><FromUserName>user</FromUserName><MsgType>text</MsgType>"
        + "<Content>%s</Content><Encrypt>%s</Encrypt></xml>".formatted(text, text);
  }

  private static String dtd(String declarations) {
    return "<!DOCTYPE xml [" + declarations + "]>";
  }

  private static String declared(String encoding) {
    return "<?xml version='1.0' encoding='" + encoding + "'?>";
  }

  private static String include(String href) {
    return with("<i:include xmlns:i='http://www.w3.org/2001/XInclude' parse='text' href='%s'/>")
        .replace("%s", href);
  }

  private static String schema(String location) {
    return with("hello").replace("<xml>", "<xml xmlns:i='" + XSI + "' i:" + location + ">");
  }

  private static String laughs() {
    StringBuilder entities = new StringBuilder("<!ENTITY e0 'ha'>");
    for (int i = 1; i < 10; i++) {
      entities.append("<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
    }
    return entities.toString();
  }

  private static String numbered(String format, int times) {
    StringBuilder all = new StringBuilder();
    IntStream.range(0, times).forEach(i -> all.append(format.formatted(i)));
    return all.toString();
  }

  private static String x(int times) {
    return "x".repeat(times);
  }

  private static Path canaryFile() {
    try {
      Path file = Files.createTempFile("canary", ".txt");
      file.toFile().deleteOnExit();
      return Files.writeString(file, CANARY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int canaryServer() {
    try {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread doorman = new Thread(() -> count(server), "canary");
      doorman.setDaemon(true);
      doorman.start();
      return server.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void count(ServerSocket server) {
    while (true) {
      try (Socket visitor = server.accept()) {
        VISITORS.incrementAndGet();
        visitor.getOutputStream().write(CANARY.getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
