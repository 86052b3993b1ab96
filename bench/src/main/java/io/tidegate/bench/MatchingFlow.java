package io.tidegate.bench;

import io.tidegate.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Commands for one order book, drawn from one seed: half of them orders that rest, the rest cancels, moves, reductions
/// and orders that take at once; prices around a middle that wanders.
final class MatchingFlow {
    static final int COMMANDS = 100_000;

    /// What a command does.
    enum Kind {
        GTC,
        IOC,
        CANCEL,
        MOVE,
        REDUCE
    }

    /// @param orderId of a new order, or of one that was new before
    /// @param price   of a new order, or to which it moves
    /// @param size    of a new order, or by which it is reduced
    record Command(Kind kind, long orderId, Side side, long price, long size) {}

    private MatchingFlow() {}

    /// The same each time.
    static List<Command> of(long seed) {
        var random = new Random(seed);
        var commands = new ArrayList<Command>(COMMANDS);
        var sides = new ArrayList<Side>();
        double middle = 100_000;
        for (int index = 0; index < COMMANDS; index++) {
            middle += random.nextGaussian() * 0.3;
            int dice = random.nextInt(100);
            if (dice < 60 || sides.size() < 100) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                sides.add(side);
                boolean takes = dice < 8;
                long away = takes ? -3 : (long) (Math.abs(random.nextGaussian()) * 40) - 1;
                commands.add(new Command(
                        takes ? Kind.IOC : Kind.GTC,
                        sides.size(),
                        side,
                        (long) middle - side.sign() * away,
                        1 + random.nextInt(100)));
            } else {
                // Mostly young orders: old ones are often gone, and that is asked too.
                int age = (int) Math.min(sides.size() - 1, Math.abs(random.nextGaussian()) * 1_000);
                long orderId = (long) sides.size() - age;
                Side side = sides.get((int) orderId - 1);
                Kind kind = dice < 85 ? Kind.CANCEL : dice < 93 ? Kind.MOVE : Kind.REDUCE;
                long away = (long) (Math.abs(random.nextGaussian()) * 40) - 1;
                commands.add(
                        new Command(kind, orderId, side, (long) middle - side.sign() * away, 1 + random.nextInt(20)));
            }
        }
        return commands;
    }
}
