-- SPDX-License-Identifier: GPL-3.0-or-later
-- Packed samples. Each statement follows a line with its name.

-- name: select_chunks
SELECT id, from_us, to_us, count, data FROM chunks
WHERE peer = ? AND to_us >= ? AND to_us < ? AND from_us < ?
ORDER BY to_us, from_us

-- name: select_all_chunks
SELECT id, from_us, to_us, count, data, peer FROM chunks

-- name: select_chunk
SELECT id, from_us, to_us, count, data FROM chunks WHERE id = ?

-- name: select_last_chunk
SELECT id, from_us, to_us, count, data FROM chunks WHERE id = ? AND peer = ?

-- name: select_first_chunk
SELECT from_us FROM chunks WHERE peer = ? ORDER BY to_us LIMIT 1

-- name: select_chunk_spans
SELECT from_us, to_us FROM chunks WHERE peer = ? AND to_us >= ? AND from_us < ?

-- name: count_chunks
SELECT count(*), total(count) FROM chunks WHERE peer = ?

-- name: count_samples
-- Those of the first chunks: whether there are many.
SELECT total(count) FROM (
    SELECT count FROM chunks
    WHERE peer = ? AND to_us >= ? AND to_us < ? AND from_us < ? LIMIT ?)

-- name: insert_chunk
INSERT INTO chunks (peer, from_us, to_us, count, data) VALUES (?, ?, ?, ?, ?)

-- name: update_chunk
UPDATE chunks SET from_us = ?, to_us = ?, count = ?, data = ? WHERE id = ?

-- name: delete_chunk
DELETE FROM chunks WHERE id = ?

-- name: delete_old_chunks
DELETE FROM chunks WHERE id IN (SELECT id FROM chunks WHERE to_us < ? ORDER BY to_us LIMIT ?)

-- name: delete_oldest_chunks
DELETE FROM chunks WHERE id IN (SELECT id FROM chunks ORDER BY to_us LIMIT ?)
