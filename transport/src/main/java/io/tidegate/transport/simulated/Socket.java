package io.tidegate.transport.simulated;

import io.tidegate.transport.Header;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import java.util.List;
import java.util.function.Consumer;

/// One WebSocket between a client and a face, with an end on each side that may learn of things at its own time.
///
/// A face that closes within `opened`, with no frame sent, refuses: the client is told `disconnected` alone. Frames of
/// one direction arrive in the order sent, and a cut drops a tail of them, never one from the middle.
final class Socket {
    /// How long an end waits for the other's close frame before it takes the connection for gone.
    private static final long CLOSING_NS = 5_000_000_000L;

    private final SimulatedNetwork network;
    private final SimulatedClient client;
    private final int id;
    private final Link link;
    private final int faceId;
    private final Way toFace = new Way();
    private final Way toClient = new Way();
    private End clientEnd = End.OPENING;
    private End faceEnd = End.OPENING;
    private boolean isToldConnected;
    private boolean isSilent; // cut or muted: nothing new arrives on either side
    private boolean isRefused;
    private boolean isAccepted; // by the face: it has returned from `opened`, or has sent a frame
    private String refusal = "";

    private enum End {
        OPENING,
        OPEN,
        CLOSING,
        GONE
    }

    /// One direction: later things never arrive earlier, and nothing arrives from `cutNs` on.
    private static final class Way {
        private long lastNs;
        private long cutNs = Long.MAX_VALUE;

        long behindAll(long arrivalNs) {
            lastNs = Math.max(lastNs, arrivalNs);
            return lastNs;
        }

        void cut(long atNs) {
            cutNs = Math.min(cutNs, atNs);
        }
    }

    Socket(SimulatedNetwork network, SimulatedClient client, int id, Link link) {
        this.network = network;
        this.client = client;
        this.id = id;
        this.link = link;
        this.faceId = network.nextConnection();
    }

    int id() {
        return id;
    }

    int faceId() {
        return faceId;
    }

    void open(String target, long timeoutNs) {
        link.opening(this);
        long timeoutMs = timeoutNs / 1_000_000;
        network.in(timeoutNs, () -> {
            if (clientEnd == End.OPENING) {
                giveUpOpening(Loss.notSent("not open within " + timeoutMs + " ms"));
            }
        });
        if (link.meets(Fault.CONNECT_REFUSED)) {
            network.at(link.noticeNs(), () -> clientGone(Loss.notSent("connection refused")));
        } else {
            HttpRequest upgrade = HttpRequest.of("GET", target, List.of(new Header("Upgrade", "websocket")));
            network.at(link.arrivalNs() + 2 * link.latencyNs(), () -> upgradeArrives(upgrade));
        }
    }

    private void upgradeArrives(HttpRequest upgrade) {
        if (clientEnd != End.OPENING) {
            faceEnd = End.GONE;
            forgetWhenGone();
            return;
        }
        if (!network.accepts(link.origin())) {
            network.at(link.noticeNs(), () -> clientGone(Loss.notSent("connection refused")));
            return;
        }
        Site site = network.site(link.origin());
        if (site.isUnavailable()) {
            network.count(Fault.UNAVAILABLE);
            network.at(link.noticeNs(), () -> clientGone(Loss.notSent("upgrade refused with status 503")));
            return;
        }
        faceEnd = End.OPEN;
        network.at(toClient.behindAll(link.arrivalNs()), this::upgradeAnswered);
        site.opened(this, upgrade, client.address());
        isAccepted = true;
    }

    private void upgradeAnswered() {
        if (clientEnd != End.OPENING || isSilent) {
            return;
        }
        if (isRefused) {
            clientGone(Loss.notSent(refusal));
        } else {
            clientEnd = End.OPEN;
            client.connected(this);
        }
    }

    /// Whether the client may send: it knows of the opening, and neither of an end nor of its own wish for one.
    boolean isOpenForClient() {
        return isToldConnected && clientEnd != End.CLOSING;
    }

    void toldConnected() {
        isToldConnected = true;
    }

    void sendToFace(byte[] bytes) {
        if (clientEnd == End.OPEN) {
            carry(bytes, toFace, this::arriveAtFace);
        }
    }

    /// Sends to the client; before its end knows of the opening the frame waits behind that news.
    void sendToClient(byte[] bytes) {
        if (faceEnd == End.OPEN) {
            isAccepted = true;
            carry(bytes, toClient, this::arriveAtClient);
        }
    }

    private void carry(byte[] bytes, Way way, Consumer<byte[]> arrive) {
        if (isSilent) {
            return;
        }
        if (link.meets(Fault.MUTED)) {
            isSilent = true;
        } else if (link.meets(Fault.HALF_OPEN)) {
            boolean clientFirst = link.coin();
            cut(
                    clientFirst ? link.noticeNs() : link.lateNoticeNs(),
                    clientFirst ? link.lateNoticeNs() : link.noticeNs());
        } else if (link.meets(Fault.CUT_BEFORE)) {
            cut(link.noticeNs(), link.noticeNs());
        } else {
            long arrivalNs = way.behindAll(link.arrivalNs());
            network.at(arrivalNs, () -> {
                if (arrivalNs < way.cutNs) {
                    arrive.accept(bytes);
                }
            });
            if (link.meets(Fault.CUT_AFTER)) {
                long brokenNs = arrivalNs - network.nowNs();
                cut(link.noticeNs() + brokenNs, link.noticeNs() + brokenNs);
            }
        }
    }

    private void arriveAtFace(byte[] bytes) {
        if (faceEnd == End.OPEN) {
            network.site(link.origin()).frame(this, bytes);
        }
    }

    private void arriveAtClient(byte[] bytes) {
        if (clientEnd == End.OPEN || clientEnd == End.CLOSING) {
            client.frame(this, bytes, network.nowNs());
        }
    }

    /// Breaks the connection; each side learns of it at its own time, and until then of what was still under way.
    void cut(long clientToldNs, long faceToldNs) {
        isSilent = true;
        toClient.cut(clientToldNs);
        toFace.cut(faceToldNs);
        network.at(
                clientToldNs,
                () -> clientGone(
                        clientEnd == End.OPENING
                                ? Loss.notSent("connection reset")
                                : Loss.maybeSent("connection reset")));
        network.at(faceToldNs, this::faceGone);
    }

    /// Breaks the connection from the face's host, which has gone down.
    void reset() {
        faceGone();
        cut(link.noticeNs(), network.nowNs());
    }

    void closeByClient() {
        switch (clientEnd) {
            case OPENING -> giveUpOpening(Loss.notSent("closed before it was open"));
            case OPEN -> {
                clientEnd = End.CLOSING;
                Loss loss = Loss.maybeSent("closed by us");
                network.in(CLOSING_NS, () -> dropFromClient(loss));
                if (!isSilent) {
                    network.at(toFace.behindAll(link.arrivalNs()), () -> {
                        faceGone();
                        network.at(toClient.behindAll(link.arrivalNs()), () -> clientGone(loss));
                    });
                }
            }
            case CLOSING, GONE -> {}
        }
    }

    /// The face has not answered the close in time: the connection is dropped, which the face notices.
    private void dropFromClient(Loss loss) {
        if (clientEnd == End.CLOSING) {
            clientGone(loss);
            isSilent = true;
            network.at(link.noticeNs(), this::faceGone);
        }
    }

    private void giveUpOpening(Loss loss) {
        clientGone(loss);
        isSilent = true;
        network.at(link.noticeNs(), this::faceGone);
    }

    void closeByFace(int code, String reason) {
        if (faceEnd != End.OPEN) {
            return;
        }
        faceEnd = End.CLOSING;
        String told = "closed by the peer: " + code + " " + reason;
        isRefused = !isAccepted;
        refusal = told;
        if (isSilent) {
            network.in(CLOSING_NS, () -> {
                faceGone();
                network.at(link.noticeNs(), () -> clientGone(Loss.maybeSent("connection reset")));
            });
            return;
        }
        network.at(toClient.behindAll(link.arrivalNs()), () -> {
            clientGone(clientEnd == End.OPENING ? Loss.notSent(told) : Loss.maybeSent(told));
            network.at(link.noticeNs(), this::faceGone);
        });
    }

    /// The client's process is gone: a seeded part of what was under way still arrives, then the face is told.
    void abandon() {
        clientEnd = End.GONE;
        forgetWhenGone();
        isSilent = true;
        long faceToldNs = link.noticeNs();
        toFace.cut(faceToldNs);
        network.at(faceToldNs, this::faceGone);
    }

    private void clientGone(Loss loss) {
        if (clientEnd != End.GONE) {
            clientEnd = End.GONE;
            forgetWhenGone();
            client.disconnected(this, loss);
        }
    }

    private void faceGone() {
        if (faceEnd == End.OPEN || faceEnd == End.CLOSING) {
            faceEnd = End.GONE;
            forgetWhenGone();
            network.site(link.origin()).closed(this);
        }
    }

    /// A face that has not seen the upgrade by the time the client is gone will never see it.
    private void forgetWhenGone() {
        if (clientEnd == End.GONE && (faceEnd == End.GONE || faceEnd == End.OPENING)) {
            link.gone(this);
        }
    }
}
