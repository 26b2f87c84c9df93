-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT page, data FROM bucket_pages
WHERE peer = ? AND level = ? AND page >= ? AND page <= ?
ORDER BY page
