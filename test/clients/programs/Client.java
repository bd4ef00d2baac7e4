import java.io.*;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.*;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.*;

/** Connects with TLS to many targets, one a line, and prints what JSSE says of each. */
public class Client {
  record Target(String host, String address, int port, String ca, String cert, String key, String min, String max,
      String alpn, String crl, List<String> flags, int timeout) {
    static Target of(String[] f) {
      return new Target(f[1], f[2], Integer.parseInt(f[3]), f[4], f[5], f[6], f[7], f[8], f[9], f[10],
          List.of(f[11].split(",")), Integer.parseInt(f[12]));
    }
  }

  private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

  public static void main(String[] args) throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    var lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      var fields = line.split("\t", -1);
      threads.submit(() -> answer(fields));
    }
    threads.shutdown();
  }

  private static void answer(String[] fields) {
    var verdict = "ok";
    var text = "ok";
    try {
      connect(Target.of(fields));
    } catch (Throwable error) {
      var printed = new StringWriter();
      error.printStackTrace(new PrintWriter(printed));
      verdict = "refused";
      text = printed.toString();
    }
    var line = fields[0] + "\t" + verdict + "\t" + Base64.getEncoder().encodeToString(text.getBytes());
    synchronized (System.out) {
      System.out.println(line);
      System.out.flush();
    }
  }

  private static void connect(Target to) throws Exception {
    var context = SSLContext.getInstance("TLS");
    context.init(keyManagers(to), trustManagers(to), null);
    try (var plain = new Socket()) {
      plain.setSoTimeout(to.timeout);
      plain.connect(new InetSocketAddress(to.address, to.port), to.timeout);
      try (var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, to.host, to.port, true)) {
        configure(socket, to);
        socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes());
        if (socket.getInputStream().read() < 0) throw new EOFException("nothing received");
      }
    }
  }

  private static void configure(SSLSocket socket, Target to) {
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (!to.flags.contains("sni")) parameters.setServerNames(List.of());
    if (!to.alpn.isEmpty()) parameters.setApplicationProtocols(to.alpn.split(","));
    if (!to.min.isEmpty() || !to.max.isEmpty()) {
      int from = to.min.isEmpty() ? 0 : VERSIONS.indexOf(to.min);
      int upTo = to.max.isEmpty() ? VERSIONS.size() : VERSIONS.indexOf(to.max) + 1;
      parameters.setProtocols(VERSIONS.subList(from, upTo).toArray(new String[0]));
    }
    socket.setSSLParameters(parameters);
  }

  private static TrustManager[] trustManagers(Target to) throws Exception {
    var trust = emptyStore();
    int count = 0;
    for (var root : certificates(to.ca)) trust.setCertificateEntry("root" + count++, root);
    var managers = TrustManagerFactory.getInstance("PKIX");
    if (to.crl.isEmpty() && !to.flags.contains("staple")) {
      managers.init(trust);
      return managers.getTrustManagers();
    }
    var parameters = new PKIXBuilderParameters(trust, new X509CertSelector());
    var checker = (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
    if (!to.crl.isEmpty()) {
      checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
      parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(crls(to.crl))));
    } else {
      checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.NO_FALLBACK));
    }
    parameters.addCertPathChecker(checker);
    managers.init(new CertPathTrustManagerParameters(parameters));
    return managers.getTrustManagers();
  }

  private static KeyManager[] keyManagers(Target to) throws Exception {
    if (to.cert.isEmpty()) return null;
    var pem = Files.readString(Path.of(to.key)).replaceAll("-----[^-]+-----|\\s", "");
    var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    var identity = emptyStore();
    identity.setKeyEntry("client", key, new char[0], certificates(to.cert).toArray(new Certificate[0]));
    var managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(identity, new char[0]);
    return managers.getKeyManagers();
  }

  private static KeyStore emptyStore() throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static List<? extends Certificate> certificates(String file) throws Exception {
    var pem = Files.readString(Path.of(file)).split("-----BEGIN X509 CRL")[0];
    return List.copyOf(
        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem.getBytes())));
  }

  private static List<? extends CRL> crls(String file) throws Exception {
    try (var stream = new FileInputStream(file)) {
      return List.copyOf(CertificateFactory.getInstance("X.509").generateCRLs(stream));
    }
  }
}
