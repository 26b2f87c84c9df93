-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the program ran. Each statement follows a line with its name.

-- name: select_runs
SELECT started_us, last_us FROM runs WHERE last_us >= ? AND started_us <= ? ORDER BY started_us

-- name: insert_run
INSERT INTO runs (started_us, last_us, version) VALUES (?, ?, ?)

-- name: update_run
UPDATE runs SET last_us = max(last_us, ?) WHERE id = ?
