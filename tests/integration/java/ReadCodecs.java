import java.io.DataInputStream;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;

/** Reads with Kafka's own code what the tests wrote, and prints what it found. */
public class ReadCodecs {
    public static void main(String[] args) throws Exception {
        if (args[0].equals("batches")) readBatches(Path.of(args[1]));
        else readPayloads(CompressionType.forName(args[0]), Path.of(args[1]));
    }

    /** A file of pairs: content and what our codec made of it, each with its length before it. */
    private static void readPayloads(CompressionType type, Path path) throws Exception {
        int equal = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                byte[] plain = in.readNBytes(in.readInt());
                ByteBuffer packed = ByteBuffer.wrap(in.readNBytes(in.readInt()));
                try (InputStream reader =
                        Compression.of(type).build().wrapForInput(packed, (byte) 2, BufferSupplier.create())) {
                    if (Arrays.equals(plain, reader.readAllBytes())) equal++;
                    else System.out.println("payload " + i + " differs");
                } catch (Exception error) {
                    System.out.println("payload " + i + ": " + error);
                }
            }
        }
        System.out.println(equal + " equal");
    }

    private static void readBatches(Path path) throws Exception {
        for (RecordBatch batch : MemoryRecords.readableRecords(ByteBuffer.wrap(Files.readAllBytes(path))).batches()) {
            batch.ensureValid();
            for (Record record : batch) {
                StringBuilder line = new StringBuilder();
                line.append(record.offset()).append(' ').append(record.sequence()).append(' ');
                line.append(record.timestamp()).append(' ').append(hex(record.key())).append(' ');
                line.append(hex(record.value()));
                for (Header header : record.headers()) {
                    byte[] key = header.key().getBytes(StandardCharsets.UTF_8);
                    line.append(' ').append(hex(ByteBuffer.wrap(key))).append('=');
                    line.append(header.value() == null ? "null" : hex(ByteBuffer.wrap(header.value())));
                }
                CRC32 crc = new CRC32();
                crc.update(line.toString().getBytes(StandardCharsets.UTF_8));
                System.out.println(crc.getValue());
            }
        }
    }

    private static String hex(ByteBuffer buffer) {
        if (buffer == null) return "null";
        StringBuilder digits = new StringBuilder();
        for (int i = buffer.position(); i < buffer.limit(); i++) digits.append(String.format("%02x", buffer.get(i)));
        return digits.toString();
    }
}
