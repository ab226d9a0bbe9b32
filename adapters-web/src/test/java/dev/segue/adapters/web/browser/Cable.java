package dev.segue.adapters.web.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The network between a browser and the server. When it is cut, connections stay open without an error, but carry no
 * more data.
 */
final class Cable implements AutoCloseable {

    private static final int CHUNK = 8192;

    private final int to;
    private final ServerSocket end;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private final AtomicLong back = new AtomicLong();

    private volatile boolean isCut;

    private Cable(int to) throws IOException {
        this.to = to;
        this.end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Forwards a free port of this machine to {@code port}. */
    static Cable to(int port) throws IOException {
        Cable cable = new Cable(port);
        cable.run("accepts", cable::accept);
        return cable;
    }

    String url() {
        return "http://127.0.0.1:" + end.getLocalPort() + "/";
    }

    /** How many bytes were sent to the browser. */
    long carriedBack() {
        return back.get();
    }

    void cut() {
        isCut = true;
    }

    /** From now on, new connections carry data again. */
    void mend() {
        isCut = false;
    }

    @Override
    public void close() throws IOException {
        end.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket browser = end.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
            sockets.add(browser);
            sockets.add(server);
            run("there", () -> carry(browser, server, new AtomicLong()));
            run("back", () -> carry(server, browser, back));
        }
    }

    private void carry(Socket from, Socket into, AtomicLong carried) throws IOException {
        boolean isBroken = isCut;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = from.getInputStream();
                OutputStream out = into.getOutputStream()) {
            int read = in.read(chunk);
            while (read >= 0) {
                isBroken |= isCut;
                if (!isBroken) {
                    out.write(chunk, 0, read);
                    carried.addAndGet(read);
                }
                read = in.read(chunk);
            }
        }
    }

    private void run(String name, Carrying carrying) {
        Thread thread = new Thread(
                () -> {
                    try {
                        carrying.carry();
                    } catch (IOException e) {
                        // One end is closed, so the connection is over.
                    }
                },
                "cable " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private interface Carrying {
        void carry() throws IOException;
    }
}
