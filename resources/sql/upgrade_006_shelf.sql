-- SPDX-License-Identifier: GPL-3.0-or-later
-- Up to which row of the journal a peer's samples are in its chunks and pages: what the journal still has of them must
-- not count again. Written in the transaction that writes the chunks. Rows of the journal are numbered by who writes
-- them, from 1 and never again the same; what can't be read of it is kept under its number made negative.
CREATE TABLE shelved (
    peer INTEGER PRIMARY KEY,
    journal INTEGER NOT NULL
);
