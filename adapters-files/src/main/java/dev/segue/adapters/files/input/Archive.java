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
 * A zip archive, opened. Its entries go by their number, because two may have one name; and what one of them is packed
 * with, or called, is no reason not to read the others.
 */
final class Archive implements Closeable {

    /** What Windows writes names in that are not marked as UTF-8. */
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;

    private Archive(ZipFile zip) {
        this.zip = zip;
        this.entries = Collections.list(zip.getEntries());
    }

    /** Opens the archive, which has to have its directory: that stands at the end, and is lost where the end is. */
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

    /** How many entries it has, folders included. */
    int size() {
        return entries.size();
    }

    boolean isFolder(int number) {
        return entries.get(number).isDirectory();
    }

    /** The name of an entry, which need not be the only one of that name. */
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

    /** How many bytes the entry has, inflated. */
    long size(int number) {
        return entries.get(number).getSize();
    }

    /** The inflated bytes of an entry, which are checked against its checksum; good until this is closed. */
    InputStream entry(int number) throws IOException {
        if (number >= entries.size()) {
            throw new IOException("the archive no longer holds it");
        }
        ZipArchiveEntry entry = entries.get(number);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new IOException("it is encrypted; unpack the archive with its password first");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new IOException(
                    "it is packed with " + method(entry) + ", which is not understood here; unpack the archive first");
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
