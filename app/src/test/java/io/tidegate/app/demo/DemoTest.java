package io.tidegate.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The whole system on real sockets: log, core, gateway, venue session, HTTP, and a simulated venue that keeps its own
/// truth.
@Timeout(240)
class DemoTest {
    private static final int ORDERS = 150;

    @Test
    void ourBooksAndTheVenuesAgreeToTheLastUnit() throws IOException {
        var told = new ArrayList<String>();
        int[] turns = {0};
        // The load asks at least once per order whether it shall go on.
        var demo = new Demo(new DemoSettings(0, 200, 7), () -> turns[0]++ < 2 * ORDERS, told::add);
        DemoReport report = demo.run();
        assertThat(report.violations()).isEmpty();
        assertThat(report.orders()).isPositive();
        assertThat(report.fills()).isPositive();
        assertThat(report.json().get("invariantViolations").intValue()).isZero();
        assertThat(told).isNotEmpty();
    }
}
