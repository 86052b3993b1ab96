package io.tidegate.host;

import io.tidegate.core.StateMachine;

/// Gives the state machine to host: a new one, that nothing has been done to, for each life of a core. With it
/// those who run a host need not know what it hosts.
@FunctionalInterface
public interface Machines {
    StateMachine newMachine();
}
