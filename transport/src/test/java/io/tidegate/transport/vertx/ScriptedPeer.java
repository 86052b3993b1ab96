package io.tidegate.transport.vertx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A server made of plain sockets that does to each connection, in the order accepted, what its script says.
final class ScriptedPeer implements AutoCloseable {
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket server;

    /// What is done to one connection, on a thread of its own.
    @FunctionalInterface
    interface Script {
        void run(ScriptedPeer peer, Socket socket) throws IOException;
    }

    ScriptedPeer(Script... scripts) {
        try {
            server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> accept(scripts));
    }

    private void accept(Script... scripts) {
        for (Script script : scripts) {
            try (Socket socket = server.accept()) {
                script.run(this, socket);
            } catch (IOException closed) {
                return;
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /// Reads one request with its body and writes down its first line and body.
    void read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.append((char) next);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        requests.add(head.substring(0, head.indexOf("\r\n")) + " " + body);
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
