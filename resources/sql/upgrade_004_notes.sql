-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people wrote down about moments. The ids are given by who wrote them, at random: a note can be written twice
-- without harm. peer is a name, for it may be about a peer that was never measured; empty: about all. No index by
-- time: people write thousands at most, and an index takes a page of every file.
CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    at_us INTEGER NOT NULL,
    peer TEXT NOT NULL,
    text TEXT NOT NULL
);
