package dev.segue.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A private certificate authority, made with the JDK's own keytool. */
final class Authority {

    /** Of all stores that it writes. */
    static final String PASSWORD = "a-store-of-a-test";

    private static final String TYPE = "PKCS12";
    private static final String SELF = "authority";

    private final Path folder;
    private final Path everything;

    private Authority(Path folder) {
        this.folder = folder;
        this.everything = folder.resolve("everything.p12");
    }

    /** A new authority, with its files in this folder. */
    static Authority in(Path folder) throws Exception {
        Files.createDirectories(folder);
        Authority authority = new Authority(folder);
        authority.keytool("-genkeypair", "-alias", SELF, "-dname", "CN=Authority of a test", "-ext", "bc:c");
        return authority;
    }

    /** A file with a certificate and its key, as PEM and as PKCS12. */
    record Identity(Path pem, Path pkcs12) {}

    /** Issues a certificate for a name, valid for this machine's loopback address. */
    Identity issue(String name) throws Exception {
        return issue(name, "dns:localhost,ip:127.0.0.1");
    }

    /** Issues a certificate for a name, valid for these hosts. */
    Identity issue(String name, String hosts) throws Exception {
        keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-signer", SELF, "-ext", "san=" + hosts);
        Path pem = folder.resolve(name + ".pem");
        Path pkcs12 = folder.resolve(name + ".p12");
        KeyStore all = loaded();
        Key key = all.getKey(name, PASSWORD.toCharArray());
        Certificate[] chain = all.getCertificateChain(name);
        StringBuilder text = new StringBuilder(block("PRIVATE KEY", key.getEncoded()));
        for (Certificate certificate : chain) {
            text.append(block("CERTIFICATE", certificate.getEncoded()));
        }
        Files.writeString(pem, text);
        KeyStore own = empty();
        own.setKeyEntry(name, key, PASSWORD.toCharArray(), chain);
        store(own, pkcs12);
        return new Identity(pem, pkcs12);
    }

    /** Its own certificate, as PEM. */
    Path asPem() throws Exception {
        Path file = folder.resolve("trusted.pem");
        return Files.writeString(
                file, block("CERTIFICATE", loaded().getCertificate(SELF).getEncoded()));
    }

    /** Its own certificate, in a PKCS12 store. */
    Path asPkcs12() throws Exception {
        Path file = folder.resolve("trusted.p12");
        KeyStore own = empty();
        own.setCertificateEntry(SELF, loaded().getCertificate(SELF));
        store(own, file);
        return file;
    }

    private static String block(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private KeyStore loaded() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        try (InputStream in = Files.newInputStream(everything)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        return store;
    }

    private static void store(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-storetype", TYPE));
        command.addAll(List.of("-keystore", everything.toString(), "-storepass", PASSWORD));
        Path output = folder.resolve("keytool.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + Files.readString(output));
        }
    }
}
