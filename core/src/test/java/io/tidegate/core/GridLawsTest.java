package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.SetGrid;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.testkit.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridLawsTest {
    @Test
    void property24_whatBreaksTheVenuesSizesIsRefusedAndNeverHandedOut() {
        Laws.forAll(seed -> {
            Scene scene = new Scene();
            long lot = seed.longBetween(1, 20);
            long least = seed.longBetween(1, 300);
            long most = least + seed.longBetween(0, 2_000);
            scene.apply(new SetGrid(1, 1, new Grid(1, lot, least, most, Amount.ZERO)));
            Side side = seed.pick(Side.class); // one side alone: orders of one account do not trade with each other
            for (int i = 0; i < 20; i++) {
                long quantity = seed.longBetween(1, 2_500);
                List<Event> told = scene.apply(scene.limit(side, quantity, 10_000));
                boolean fits = quantity >= least && quantity <= most && quantity % lot == 0;
                assertThat(Scene.all(ChildReady.class, told)).hasSize(fits ? 1 : 0);
                if (!fits) {
                    assertThat(Scene.only(OrderRefused.class, told).refusal().code())
                            .isIn(RefusalCode.TOO_SMALL, RefusalCode.TOO_LARGE, RefusalCode.OFF_GRID);
                }
            }
        });
    }
}
