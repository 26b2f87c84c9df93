-- SPDX-License-Identifier: GPL-3.0-or-later
-- What could not be read when it was to be changed: pages below the levels, and rows of the journal below 0.
SELECT peer, -1 - level, page FROM bucket_pages WHERE level < 0
UNION ALL SELECT 0, NULL, id FROM journal WHERE id < 0
