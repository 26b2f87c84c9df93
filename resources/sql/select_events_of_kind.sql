-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT connection, at_us, data FROM events
WHERE peer = ? AND kind = ? AND at_us >= ? AND at_us < ?
ORDER BY at_us DESC, id DESC LIMIT ?
