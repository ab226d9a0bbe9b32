package dev.segue.architecture.broken.what_is_deployed_knows_no_tool.demo;

public final class Stage {

    private Stage() {}

    public static void open() {}
}
