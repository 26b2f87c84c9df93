-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened beside pings.

-- data: EventCodec, by kind.
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    peer INTEGER NOT NULL,
    connection INTEGER NOT NULL,
    at_us INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE INDEX events_by_peer ON events (peer, at_us);
CREATE INDEX events_by_time ON events (at_us);

-- One row a connection that opened, or a dial that failed; the words are those of the output.
CREATE TABLE connections (
    id INTEGER PRIMARY KEY,
    peer INTEGER NOT NULL,
    run INTEGER NOT NULL,
    number INTEGER NOT NULL,
    opened_us INTEGER,
    closed_us INTEGER,
    cause TEXT,
    initiator TEXT,
    close_code INTEGER,
    UNIQUE (peer, run, number)
);

-- Health and connection state of a peer from a moment on. A flapping peer has many: no row id, no second index.
CREATE TABLE states (
    peer INTEGER NOT NULL,
    at_us INTEGER NOT NULL,
    health INTEGER NOT NULL,
    state INTEGER NOT NULL,
    PRIMARY KEY (peer, at_us)
) WITHOUT ROWID;
