-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT connection, at_us, kind, data FROM events
WHERE peer = ? AND at_us >= ? AND at_us < ?
ORDER BY id LIMIT ?
