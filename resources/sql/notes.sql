-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people wrote down. Each statement follows a line with its name.

-- name: select_notes
-- The newest first: with a limit, the oldest are left out.
SELECT id, at_us, peer, text FROM notes
WHERE at_us >= ? AND at_us < ?
ORDER BY at_us DESC, id DESC LIMIT ?

-- name: write_note
INSERT OR REPLACE INTO notes (id, at_us, peer, text) VALUES (?, ?, ?, ?)

-- name: delete_note
DELETE FROM notes WHERE id = ?
