-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of minutes and hours. Each statement follows a line with its name.

-- name: select_pages
SELECT page, data FROM bucket_pages
WHERE peer = ? AND level = ? AND page >= ? AND page <= ?
ORDER BY page

-- name: select_all_pages
SELECT id, level, page, data FROM bucket_pages

-- name: select_page
SELECT id, data FROM bucket_pages WHERE peer = ? AND level = ? AND page = ?

-- name: select_first_page
SELECT min(page) FROM bucket_pages WHERE peer = ? AND level = ?

-- name: insert_page
INSERT INTO bucket_pages (peer, level, page, data) VALUES (?, ?, ?, ?)

-- name: update_page
UPDATE bucket_pages SET data = ? WHERE id = ?

-- name: delete_page
DELETE FROM bucket_pages WHERE id = ?

-- name: delete_old_pages
DELETE FROM bucket_pages WHERE id IN (SELECT id FROM bucket_pages WHERE level = ? AND page < ? ORDER BY page LIMIT ?)

-- name: delete_oldest_pages
DELETE FROM bucket_pages WHERE id IN (SELECT id FROM bucket_pages WHERE level = ? ORDER BY page LIMIT ?)

-- name: set_page_aside
-- What can't be read is kept, below the levels that are read.
UPDATE OR REPLACE bucket_pages SET level = -1 - level WHERE id = ?
