-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows that may have samples of a peer that are nowhere else.
SELECT id, data FROM journal
WHERE id > coalesce((SELECT journal FROM shelved WHERE peer = ?), 0)
ORDER BY id
