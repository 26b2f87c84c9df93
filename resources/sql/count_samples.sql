-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of the first chunks: whether there are many.
SELECT total(count) FROM (
    SELECT count FROM chunks
    WHERE peer = ? AND to_us >= ? AND to_us < ? AND from_us < ? LIMIT ?)
