package dev.segue.adapters.flink.type;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Activity;
import dev.segue.domain.session.ActivityPages.ActivityKey;
import dev.segue.domain.session.ActivityPages.Branch;
import dev.segue.domain.session.ActivityPages.Child;
import dev.segue.domain.session.ActivityPages.Leaf;
import dev.segue.domain.session.ActivityPages.Page;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes the pages of a listener's timeline. */
final class PageCodec implements Codec<Page> {

    private static final int VERSION_OF_PARTS = 1;

    private final EventCodec events = new EventCodec();

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
            Fields.writeList(leaf.activities(), this::writeActivity, out);
        } else if (page instanceof Branch branch) {
            Fields.writeList(branch.children(), PageCodec::writeChild, out);
        }
    }

    @Override
    public Page read(DataInputView in, int version) throws IOException {
        return in.readBoolean()
                ? new Leaf(Fields.readList(this::readActivity, in))
                : new Branch(Fields.readList(PageCodec::readChild, in));
    }

    @Override
    public Page copy(Page page) {
        return page instanceof Leaf leaf
                ? new Leaf(new ArrayList<>(leaf.activities()))
                : new Branch(new ArrayList<>(((Branch) page).children()));
    }

    private void writeActivity(Activity activity, DataOutputView out) throws IOException {
        out.writeLong(activity.from());
        out.writeLong(activity.to());
        out.writeBoolean(activity.owner());
        out.writeLong(activity.fingerprint());
        events.write(activity.event(), out);
    }

    private Activity readActivity(DataInputView in) throws IOException {
        long from = in.readLong();
        long to = in.readLong();
        boolean owner = in.readBoolean();
        long fingerprint = in.readLong();
        PlaybackEvent event = events.read(in, VERSION_OF_PARTS);
        return new Activity(from, to, owner, fingerprint, event);
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
