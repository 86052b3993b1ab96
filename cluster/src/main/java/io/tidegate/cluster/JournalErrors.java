package io.tidegate.cluster;

import org.agrona.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Aeron's own threads report, for the operator.
final class JournalErrors {
    private static final Logger LOG = LoggerFactory.getLogger("io.tidegate.cluster.aeron");

    static final ErrorHandler HANDLER = error -> LOG.warn("{}", error.toString(), error);

    private JournalErrors() {}
}
