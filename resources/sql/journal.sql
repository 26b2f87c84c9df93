-- SPDX-License-Identifier: GPL-3.0-or-later
-- Samples that are not in chunks yet, and up to where they are (shelved). Each statement follows a line with its name.

-- name: select_journal
SELECT id, data FROM journal WHERE id > 0 ORDER BY id

-- name: select_journal_of_peer
-- The rows that may have samples of a peer that are nowhere else.
SELECT id, data FROM journal
WHERE id > coalesce((SELECT journal FROM shelved WHERE peer = ?), 0)
ORDER BY id

-- name: select_all_journal
SELECT id, data FROM journal

-- name: select_next_journal
-- A number that no row of the journal has or had.
SELECT max(coalesce((SELECT max(id) FROM journal), 0),
           coalesce((SELECT -min(id) FROM journal), 0),
           coalesce((SELECT max(journal) FROM shelved), 0)) + 1

-- name: insert_journal
INSERT INTO journal (id, data) VALUES (?, ?)

-- name: delete_journal
DELETE FROM journal WHERE id > 0 AND id < ?

-- name: remove_journal
DELETE FROM journal WHERE id = ?

-- name: set_journal_aside
-- What can't be read is kept.
UPDATE journal SET id = -id WHERE id = ?

-- name: select_shelved
SELECT peer, journal FROM shelved

-- name: write_shelved
INSERT OR REPLACE INTO shelved (peer, journal) VALUES (?, ?)
