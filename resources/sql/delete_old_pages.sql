-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM bucket_pages WHERE id IN (SELECT id FROM bucket_pages WHERE level = ? AND page < ? ORDER BY page LIMIT ?)
