package org.chuyi.application.upload;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clamd on a free port: speaks INSTREAM, and finds the test signature wherever it stands. */
public final class FakeClamd implements AutoCloseable {

    public static final String HARMLESS_VIRUS = "X5O!P%@AP-CHUYI-TEST-VIRUS";

    private final ServerSocket server;
    private final Thread thread;
    private final List<Integer> scannedSizes = new CopyOnWriteArrayList<>();

    public FakeClamd() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "fake-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<Integer> scannedSizes() {
        return scannedSizes;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(client);
            } catch (IOException closed) {
                // The next client, or the end.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        if (!Arrays.equals(command, "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII))) {
            reply(client, "UNKNOWN COMMAND");
            return;
        }
        var content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
        }
        scannedSizes.add(content.size());
        boolean infected = content.toString(StandardCharsets.ISO_8859_1).contains(HARMLESS_VIRUS);
        reply(client, infected ? "stream: Chuyi-Test-Signature FOUND" : "stream: OK");
    }

    private static void reply(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    /** Until the thread is gone: one that still accepts takes the next client even of a closed socket. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
