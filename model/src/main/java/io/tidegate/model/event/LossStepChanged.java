package io.tidegate.model.event;

import io.tidegate.model.number.Amount;
import io.tidegate.model.risk.LossStep;

/// An account has lost so much that other rules hold for it, or a new day has released it.
///
/// @param result   realised and unrealised less charges, in the reporting asset
/// @param dayLoss  what was lost since the day began; negative for a gain
/// @param drawdown what was lost since the best result
public record LossStepChanged(
        String account, LossStep from, LossStep to, Amount result, Amount dayLoss, Amount drawdown) implements Event {}
