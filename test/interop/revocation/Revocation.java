import java.io.FileInputStream;
import java.security.cert.*;
import java.util.*;

/** Validates a path with Java's PKIX and revocation on: arguments are the root, the path (leaf first) and the CRLs. */
class Revocation {
  public static void main(String[] files) throws Exception {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    X509Certificate root = (X509Certificate) factory.generateCertificate(new FileInputStream(files[0]));
    List<Certificate> path = new ArrayList<>(factory.generateCertificates(new FileInputStream(files[1])));
    List<CRL> lists = new ArrayList<>();
    for (int i = 2; i < files.length; i++) lists.add(factory.generateCRL(new FileInputStream(files[i])));
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
    CertPathValidator validator = CertPathValidator.getInstance("PKIX");
    PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
    checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
    parameters.addCertPathChecker(checker);
    try {
      validator.validate(factory.generateCertPath(path), parameters);
      System.out.println("good");
    } catch (CertPathValidatorException error) {
      System.out.println(error.getReason());
      System.exit(1);
    }
  }
}
