package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.timeline.ActivityPages.ActivityKey;
import dev.segue.domain.timeline.ActivityPages.Branch;
import dev.segue.domain.timeline.ActivityPages.Child;
import dev.segue.domain.timeline.ActivityPages.Leaf;
import dev.segue.domain.timeline.ActivityPages.Page;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of the pages of a listener's timeline. */
public final class PageCodec implements Codec<Page> {

    @Override
    public String name() {
        return "timeline-page";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Page page, DataOutputView out) throws IOException {
        out.writeBoolean(page instanceof Leaf);
        if (page instanceof Leaf leaf) {
            writeLeaf(leaf, out);
        } else if (page instanceof Branch branch) {
            Fields.writeList(branch.children(), PageCodec::writeChild, out);
        }
    }

    @Override
    public Page read(DataInputView in, int version) throws IOException {
        return in.readBoolean() ? readLeaf(in) : new Branch(Fields.readList(PageCodec::readChild, in));
    }

    @Override
    public Page copy(Page page) {
        return page instanceof Leaf leaf ? copy(leaf) : new Branch(new ArrayList<>(((Branch) page).children()));
    }

    /** Writes a leaf without its type tag. */
    static void writeLeaf(Leaf leaf, DataOutputView out) throws IOException {
        PackedActivities.in(leaf).write(out);
    }

    /** Reads what {@link #writeLeaf} wrote. */
    static Leaf readLeaf(DataInputView in) throws IOException {
        return new Leaf(PackedActivities.read(in));
    }

    static Leaf copy(Leaf leaf) {
        return new Leaf(PackedActivities.in(leaf).copy());
    }

    private static void writeChild(Child child, DataOutputView out) throws IOException {
        out.writeLong(child.page());
        out.writeLong(child.first().from());
        out.writeLong(child.first().to());
        Fields.writeText(child.first().eventId(), out);
        out.writeLong(child.first().fingerprint());
        out.writeLong(child.latest());
    }

    private static Child readChild(DataInputView in) throws IOException {
        long page = in.readLong();
        ActivityKey first = new ActivityKey(in.readLong(), in.readLong(), Fields.readText(in), in.readLong());
        return new Child(page, first, in.readLong());
    }
}
