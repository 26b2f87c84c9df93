-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of minute (0) and hour (1) buckets (BucketPage).
CREATE TABLE bucket_pages (
    id INTEGER PRIMARY KEY,
    peer INTEGER NOT NULL,
    level INTEGER NOT NULL,
    page INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE UNIQUE INDEX bucket_pages_by_page ON bucket_pages (peer, level, page);
CREATE INDEX bucket_pages_by_age ON bucket_pages (level, page);
CREATE INDEX chunks_by_age ON chunks (to_us);
