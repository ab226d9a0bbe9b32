package dev.segue.adapters.files.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * An open zip archive. Entries are addressed by number, because two may have the same name. A problem with one entry
 * does not prevent reading the others.
 */
final class Archive implements Closeable {

    /** The encoding in which Windows writes names that are not marked as UTF-8. */
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;

    private Archive(ZipFile zip) {
        this.zip = zip;
        this.entries = Collections.list(zip.getEntries());
    }

    /** Opens the archive. It needs its central directory, which is at the end and so missing from a truncated file. */
    static Archive open(Path path) throws IOException {
        try {
            return new Archive(ZipFile.builder()
                    .setPath(path)
                    .setIgnoreLocalFileHeader(true)
                    .get());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("its list of contents is missing or damaged; copy or download it again", e);
        }
    }

    /** The number of entries, including folders. */
    int size() {
        return entries.size();
    }

    boolean isFolder(int number) {
        return entries.get(number).isDirectory();
    }

    /** The name of an entry, which may not be unique. */
    String name(int number) {
        ZipArchiveEntry entry = entries.get(number);
        byte[] written = entry.getRawName();
        if (written == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return entry.getName();
        }
        return entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField unicode
                        && unicode.getNameCRC32() == checksum(written)
                ? new String(unicode.getUnicodeName(), UTF_8)
                : decoded(written);
    }

    /** The uncompressed size of an entry in bytes. */
    long size(int number) {
        return entries.get(number).getSize();
    }

    /** The uncompressed bytes of an entry, verified against its checksum; valid until this archive is closed. */
    InputStream entry(int number) throws IOException {
        if (number >= entries.size()) {
            throw new IOException("it is no longer in the archive");
        }
        ZipArchiveEntry entry = entries.get(number);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new IOException("it is encrypted; unpack the archive with its password first");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new IOException(
                    "it is compressed with " + method(entry) + ", which is not supported; unpack the archive first");
        }
        return new CheckedBytes(
                new BoundedInflation(zip.getInputStream(entry), entry.getCompressedSize()), entry.getCrc());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }

    private static String decoded(byte[] name) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException e) {
            return new String(name, OLD_NAMES);
        }
    }

    private static String method(ZipArchiveEntry entry) {
        ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
        return "method " + entry.getMethod() + (method == null ? "" : " (" + method + ")");
    }
}
