/// From a request to a command, and from the command's events to the answer.
///
/// One thread turns the desk and owns the way to the log; anybody may ask it for something and waits for the answer
/// elsewhere. Start at [io.tidegate.api.desk.OrderDesk].
@NullMarked
package io.tidegate.api.desk;

import org.jspecify.annotations.NullMarked;
