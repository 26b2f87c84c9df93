-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was told as alerts, and what people did about it. Each statement follows a line with its name.

-- name: select_alerts
-- All of each alert of which anything happened in the range; the newest first: with a limit, the oldest are left out.
SELECT id, alert, at_us, kind, data FROM alerts
WHERE alert IN (SELECT alert FROM alerts WHERE at_us >= ? AND at_us < ?)
ORDER BY at_us DESC, id DESC LIMIT ?

-- name: write_alert
INSERT OR REPLACE INTO alerts (id, alert, at_us, kind, data) VALUES (?, ?, ?, ?, ?)

-- name: delete_old_alerts
DELETE FROM alerts WHERE at_us < (SELECT at_us FROM alerts ORDER BY at_us DESC LIMIT 1 OFFSET ?)
