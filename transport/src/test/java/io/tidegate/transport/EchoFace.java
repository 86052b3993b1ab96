package io.tidegate.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// Answers a request with its own body and a frame with the same frame, and writes down what it saw.
///
/// `/silent` is never answered, `/refuse` refuses the WebSocket; the frame `close` closes with 1008, `burst n` sends
/// the frames `0` to `n - 1`.
public final class EchoFace implements Face {
    public final List<String> requests = new ArrayList<>();
    public final List<String> frames = new ArrayList<>();
    public final Set<Integer> open = new TreeSet<>();
    public List<Header> lastHeaders = List.of();
    public int openedCount;
    public int closedCount;

    @Override
    public void request(long exchange, HttpRequest request, String client, long nowNs, Replies out) {
        lastHeaders = request.headers();
        requests.add(request.method() + " " + request.target() + " " + request.text());
        if (!request.path().equals("/silent")) {
            out.answer(exchange, HttpAnswer.json(200, request.text()));
        }
    }

    @Override
    public void opened(int connection, HttpRequest upgrade, String client, long nowNs, Replies out) {
        openedCount++;
        open.add(connection);
        if (upgrade.path().equals("/refuse")) {
            out.close(connection, 1008, "not you");
        }
    }

    @Override
    public void frame(int connection, DirectBuffer buffer, int offset, int length, long nowNs, Replies out) {
        String text = buffer.getStringWithoutLengthUtf8(offset, length);
        frames.add(text);
        if (text.equals("close")) {
            out.close(connection, 1008, "as you wish");
        } else if (text.startsWith("burst ")) {
            int count = Integer.parseInt(text.substring("burst ".length()));
            for (int i = 0; i < count; i++) {
                byte[] bytes = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
                out.send(connection, new UnsafeBuffer(bytes), 0, bytes.length);
            }
        } else {
            out.send(connection, buffer, offset, length);
        }
    }

    @Override
    public void closed(int connection, long nowNs) {
        closedCount++;
        open.remove(connection);
    }

    @Override
    public long tick(long nowNs, Replies out) {
        return Long.MAX_VALUE;
    }
}
