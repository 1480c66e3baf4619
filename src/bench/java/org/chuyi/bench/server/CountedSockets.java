package org.chuyi.bench.server;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import javax.net.SocketFactory;

/**
 * Counts round trips to the database: each time that something was sent and an answer is waited for. The driver makes one
 * by name ({@code socketFactory}) with the counter's name ({@code socketFactoryArg}).
 */
public final class CountedSockets extends SocketFactory {

    private static final Map<String, LongAdder> TRIPS = new ConcurrentHashMap<>();

    private final LongAdder trips;

    public CountedSockets(String counter) {
        trips = TRIPS.computeIfAbsent(counter, name -> new LongAdder());
    }

    public static long trips(String counter) {
        return TRIPS.getOrDefault(counter, new LongAdder()).sum();
    }

    @Override
    public Socket createSocket() {
        return new Counted(trips);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    private static final class Counted extends Socket {

        private final LongAdder trips;
        private final AtomicBoolean sent = new AtomicBoolean();

        private Counted(LongAdder trips) {
            this.trips = trips;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    sent.set(true);
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    if (sent.compareAndSet(true, false)) {
                        trips.increment();
                    }
                    return in.read(bytes, offset, length);
                }
            };
        }
    }
}
