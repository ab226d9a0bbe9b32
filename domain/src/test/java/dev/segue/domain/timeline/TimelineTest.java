package dev.segue.domain.timeline;

import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.timeline.ActivityPages.Branch;
import dev.segue.domain.timeline.ActivityPages.Child;
import dev.segue.domain.timeline.ActivityPages.Leaf;
import dev.segue.domain.timeline.ActivityPages.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeline behaves like a sorted set, in small pages. */
class TimelineTest {

    private static final int MOST_IN_A_LEAF = 32;
    private static final int MOST_IN_A_BRANCH = 64;

    private final PagesInMemory pages = new PagesInMemory();
    private final TreeSet<Activity> model = new TreeSet<>(Activity.ORDER);
    private final Timeline timeline = new Timeline(pages, 0, 0);

    /** The order in which activities arrive. */
    private enum Order {
        AS_THEY_HAPPENED {
            @Override
            long from(int number, int of, Random random) {
                return number;
            }
        },
        REVERSED {
            @Override
            long from(int number, int of, Random random) {
                return (long) of - number;
            }
        },
        SHUFFLED {
            @Override
            long from(int number, int of, Random random) {
                return random.nextInt(of);
            }
        };

        abstract long from(int number, int of, Random random);
    }

    @Test
    void is_empty_at_first() {
        assertThat(timeline.isEmpty()).isTrue();
        assertThat(timeline.contains(activity(1, 1, "a"))).isFalse();
        assertThat(timeline.firstAfter(Long.MIN_VALUE)).isNull();
        assertThat(all()).isEmpty();
        timeline.dropBefore(10, gone -> {
            throw new AssertionError("nothing to drop");
        });
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void holds_activities_in_order_whatever_the_order_they_come_in(Order order) {
        Random random = new Random(1);
        int number = 20_000;
        for (int i = 0; i < number; i++) {
            add(activity(order.from(i, number, random), number + random.nextInt(1_000), "e" + i));
        }

        assertThat(all()).containsExactlyElementsOf(model);
        assertThatPagesAreSound();
    }

    /** Many activities begin at the same time, so that ties extend across pages. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void does_what_a_sorted_set_does(long seed) {
        Random random = new Random(seed);
        int span = seed % 2 == 0 ? 60 : 5_000;
        for (int step = 0; step < 12_000; step++) {
            boolean shrinks = step / 2_000 % 2 == 1;
            int choice = random.nextInt(20);
            if (choice < (shrinks ? 4 : 12)) {
                add(randomActivity(random, span));
            } else if (choice < 16) {
                removeOne(random);
            } else if (choice < 18) {
                ask(random, span);
            } else if (choice == 18) {
                addAgain(random);
            } else if (step % 500 == 0) {
                dropBefore(model.isEmpty() ? 0 : model.first().from() + random.nextInt(span / 4));
            }
            if (step % 250 == 0) {
                assertThat(all()).containsExactlyElementsOf(model);
                assertThatPagesAreSound();
            }
        }
        while (!model.isEmpty()) {
            removeOne(random);
        }
        assertThat(pages.stored()).isEmpty();
        assertThat(timeline.isEmpty()).isTrue();
    }

    @Test
    void leaves_no_page_when_everything_is_dropped() {
        for (int i = 0; i < 5_000; i++) {
            add(activity(i, i, "e"));
        }

        dropBefore(4_999);
        assertThat(all()).containsExactly(activity(4_999, 4_999, "e"));
        assertThat(pages.stored()).as("one leaf").hasSize(1);
        dropBefore(5_000);
        assertThat(pages.stored()).isEmpty();
        assertThat(timeline.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void touches_as_many_pages_as_the_tree_is_high(Order order) {
        Random random = new Random(1);
        int number = 100_000;
        int most = 0;
        for (int i = 0; i < number; i++) {
            pages.resetAccesses();
            long from = order.from(i, number, random);
            timeline.add(activity(from, from + 10, "e" + i));
            most = Math.max(most, pages.accesses());
        }

        // Half-full pages at worst: 16 * 32 * 32 * 32 > 100,000, so four levels; each is read, written, and perhaps
        // split and indexed anew.
        assertThat(most).isLessThanOrEqualTo(4 * 4);

        pages.resetAccesses();
        timeline.firstAfter(number / 2);
        timeline.contains(activity(number / 2, number, "e"));
        assertThat(pages.accesses()).as("to find two").isLessThanOrEqualTo(2 * 4 + 2);

        pages.resetAccesses();
        timeline.latestEnd(number / 4, number / 2);
        assertThat(pages.accesses()).as("to find the latest end of a quarter").isLessThanOrEqualTo(3 * 4);
    }

    @Test
    void is_found_again_by_its_root() {
        for (int i = 0; i < 1_000; i++) {
            add(activity(i, i, "e"));
        }

        Timeline again = new Timeline(pages, timeline.root(), timeline.lastPage());
        again.add(activity(500, 501, "new"));

        assertThat(again.contains(activity(500, 501, "new"))).isTrue();
        assertThat(again.contains(activity(999, 999, "e"))).isTrue();
    }

    private void add(Activity activity) {
        assertThat(timeline.contains(activity)).isEqualTo(model.contains(activity));
        assertThat(timeline.add(activity)).isEqualTo(model.add(activity));
    }

    private void addAgain(Random random) {
        if (!model.isEmpty()) {
            assertThat(timeline.add(anyOf(random))).isFalse();
        }
    }

    private void removeOne(Random random) {
        if (!model.isEmpty()) {
            Activity activity = anyOf(random);
            timeline.remove(activity);
            model.remove(activity);
            assertThat(timeline.contains(activity)).isFalse();
        }
    }

    private Activity anyOf(Random random) {
        long time = random.nextInt(5_000);
        Activity near = model.floor(activity(time, time, ""));
        return near == null ? model.first() : near;
    }

    private void ask(Random random, int span) {
        long from = random.nextInt(span);
        long before = from + 1 + random.nextInt(span);
        List<Activity> between = model.stream()
                .filter(a -> a.from() >= from && a.from() < before)
                .toList();
        List<Activity> found = new ArrayList<>();
        timeline.forEach(from, before, found::add);
        assertThat(found).containsExactlyElementsOf(between);
        Activity next = model.stream().filter(a -> a.from() > from).findFirst().orElse(null);
        assertThat(timeline.firstAfter(from)).isEqualTo(next);
        if (!between.isEmpty()) {
            assertThat(timeline.latestEnd(from, before))
                    .isEqualTo(between.stream().mapToLong(Activity::to).max().orElseThrow());
        }
    }

    private void dropBefore(long time) {
        List<Activity> dropped = new ArrayList<>();
        timeline.dropBefore(time, dropped::add);
        List<Activity> expected = model.stream().filter(a -> a.from() < time).toList();
        assertThat(dropped).containsExactlyElementsOf(expected);
        expected.forEach(model::remove);
    }

    private List<Activity> all() {
        List<Activity> all = new ArrayList<>();
        timeline.forEach(Long.MIN_VALUE, Long.MAX_VALUE, all::add);
        return all;
    }

    private void assertThatPagesAreSound() {
        Set<Long> reached = new HashSet<>();
        if (!timeline.isEmpty()) {
            assertThatPageIsSound(timeline.root(), reached);
        }
        assertThat(pages.stored().keySet()).as("no page is lost").isEqualTo(reached);
    }

    private List<Activity> assertThatPageIsSound(long number, Set<Long> reached) {
        assertThat(reached.add(number)).as("a page has one parent").isTrue();
        Page page = pages.stored().get(number);
        if (page instanceof Leaf leaf) {
            assertThat(leaf.activities()).hasSizeBetween(1, MOST_IN_A_LEAF);
            return leaf.activities();
        }
        List<Activity> below = new ArrayList<>();
        List<Child> children = ((Branch) page).children();
        assertThat(children).hasSizeBetween(1, MOST_IN_A_BRANCH);
        for (Child child : children) {
            List<Activity> ofChild = assertThatPageIsSound(child.page(), reached);
            assertThat(child.first()).isEqualTo(ActivityPages.ActivityKey.of(ofChild.get(0)));
            assertThat(child.latest())
                    .isEqualTo(ofChild.stream().mapToLong(Activity::to).max().orElseThrow());
            below.addAll(ofChild);
        }
        return below;
    }

    private static Activity randomActivity(Random random, int span) {
        long from = random.nextInt(span);
        return activity(from, from + random.nextInt(4), "e" + random.nextInt(50));
    }

    private static Activity activity(long from, long to, String id) {
        PlaybackEvent event = aSearch().at(from).withId(id).build();
        return new Activity(from, to, true, id.hashCode(), event);
    }
}
