import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.*;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Validates a chain with Java's PKIX, asking an OCSP responder and nobody else. Arguments: chain-file root-file responder-url. */
public class Ocsp {
  public static void main(String[] args) throws Exception {
    var factory = CertificateFactory.getInstance("X.509");
    var validator = CertPathValidator.getInstance("PKIX");
    var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
    checker.setOcspResponder(URI.create(args[2]));
    checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK));
    var anchor = new TrustAnchor((X509Certificate) certificates(factory, args[1]).get(0), null);
    var parameters = new PKIXParameters(Set.of(anchor));
    parameters.addCertPathChecker(checker);
    validator.validate(factory.generateCertPath(certificates(factory, args[0])), parameters);
    System.out.println("ok");
  }

  private static List<? extends Certificate> certificates(CertificateFactory factory, String file) throws Exception {
    return List.copyOf(factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(Path.of(file)))));
  }
}
