import java.net.URI;

/** Calls servers on this machine, by their ports, and prints of each what Java says that looks for itself where certificates say. */
class Asking {
  public static void main(String[] ports) throws Exception {
    java.security.Security.setProperty("ocsp.enable", "true");
    for (var port : ports) System.out.println(port + "\t" + call(URI.create("https://localhost:" + port + "/")));
  }

  private static String call(URI server) {
    try (var stream = server.toURL().openStream()) {
      return "ok";
    } catch (Exception error) {
      var texts = new java.util.ArrayList<String>();
      for (Throwable cause = error; cause != null; cause = cause.getCause()) texts.add(cause.getMessage());
      return String.join(" / ", texts).replaceAll("\\s+", " ");
    }
  }
}
