package dev.segue.app.config;

import java.util.List;

/**
 * Related settings: one section of the documentation.
 *
 * @param title the section's title
 * @param introduction what these settings are about
 */
public record OptionGroup(
        String title,
        String introduction,
        List<Setting<?>> settings,
        List<PassThrough> passThroughs,
        List<NamedOptions> named,
        List<Agreement> agreements) {

    public OptionGroup {
        settings = List.copyOf(settings);
        passThroughs = List.copyOf(passThroughs);
        named = List.copyOf(named);
        agreements = List.copyOf(agreements);
    }

    public static OptionGroup of(String title, String introduction, Setting<?>... settings) {
        return new OptionGroup(title, introduction, List.of(settings), List.of(), List.of(), List.of());
    }

    /** This group, which also passes keys through to a library. */
    public OptionGroup passingThrough(PassThrough... through) {
        return new OptionGroup(title, introduction, settings, List.of(through), named, agreements);
    }

    /** This group, which also contains options with names. */
    public OptionGroup naming(NamedOptions... options) {
        return new OptionGroup(title, introduction, settings, passThroughs, List.of(options), agreements);
    }

    /** This group, with conditions across its settings. */
    public OptionGroup agreeing(Agreement... must) {
        return new OptionGroup(title, introduction, settings, passThroughs, named, List.of(must));
    }
}
