import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.*;

/** Connects with TLS and prints what JSSE says. Arguments: host port ca-file [cert-file key-file]; the key as PKCS#8 of an EC key. */
public class Client {
  public static void main(String[] args) throws Exception {
    var factory = CertificateFactory.getInstance("X.509");
    var trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    int count = 0;
    for (var root : certificates(factory, args[2])) trust.setCertificateEntry("root" + count++, root);
    var trustManagers = TrustManagerFactory.getInstance("PKIX");
    trustManagers.init(trust);
    KeyManager[] keyManagers = null;
    if (!args[3].isEmpty()) {
      var pem = Files.readString(Path.of(args[4])).replaceAll("-----[^-]+-----|\\s", "");
      var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
      var identity = KeyStore.getInstance("PKCS12");
      identity.load(null, null);
      identity.setKeyEntry("client", key, new char[0], certificates(factory, args[3]).toArray(new Certificate[0]));
      var managers = KeyManagerFactory.getInstance("PKIX");
      managers.init(identity, new char[0]);
      keyManagers = managers.getKeyManagers();
    }
    var context = SSLContext.getInstance("TLS");
    context.init(keyManagers, trustManagers.getTrustManagers(), null);
    var plain = new java.net.Socket("127.0.0.1", Integer.parseInt(args[1]));
    try (var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, args[0], plain.getPort(), true)) {
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes());
      if (socket.getInputStream().read() < 0) throw new java.io.EOFException("nothing received");
      System.out.println("ok " + socket.getSession().getProtocol());
    }
  }

  private static List<? extends Certificate> certificates(CertificateFactory factory, String file) throws Exception {
    return List.copyOf(factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(Path.of(file)))));
  }
}
