-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who was watched, when the program ran, and every ping. Times are microseconds since 1970, UTC.

CREATE TABLE peers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    first_us INTEGER NOT NULL,
    UNIQUE (name, url)
);

-- last_us is written with every batch: where it ends, the program was ended or killed.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started_us INTEGER NOT NULL,
    last_us INTEGER NOT NULL,
    version TEXT NOT NULL
);

-- Packed samples of one peer (SampleCodec), at most 1,980 bytes and six hours: two rows fill a page.
CREATE TABLE chunks (
    id INTEGER PRIMARY KEY,
    peer INTEGER NOT NULL,
    from_us INTEGER NOT NULL,
    to_us INTEGER NOT NULL,
    count INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE INDEX chunks_by_time ON chunks (peer, to_us, from_us);

-- Samples as they came, one row a batch, until they are in chunks.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    data BLOB NOT NULL
);
