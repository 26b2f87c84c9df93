-- SPDX-License-Identifier: GPL-3.0-or-later
-- Health and connection state from a moment on. Each statement follows a line with its name.

-- name: select_states
SELECT at_us, health, state FROM states
WHERE peer = ? AND at_us < ?
  AND at_us >= coalesce((SELECT max(at_us) FROM states WHERE peer = ? AND at_us <= ?), ?)
ORDER BY at_us

-- name: insert_state
INSERT OR REPLACE INTO states (peer, at_us, health, state) VALUES (?, ?, ?, ?)

-- name: delete_oldest_states
DELETE FROM states WHERE (peer, at_us) IN (SELECT peer, at_us FROM states ORDER BY at_us LIMIT ?)
