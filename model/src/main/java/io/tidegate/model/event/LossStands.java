package io.tidegate.model.event;

import io.tidegate.model.number.Amount;
import io.tidegate.model.risk.LossStep;

/// A line of an image or snapshot: how an account stands towards its loss limits.
///
/// @param sinceNs  log time since which it is in that step; 0 when it always was
/// @param day      number of its day, counted from 1970
/// @param dayStart its result when the day began, in the reporting asset
/// @param best     its best result since the limits were set
/// @param result   its last result that could be valued
/// @param valued   whether everything it holds could be valued last time
public record LossStands(
        String account,
        LossStep step,
        long sinceNs,
        long day,
        Amount dayStart,
        Amount best,
        Amount result,
        boolean valued)
        implements Standing {}
