-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest first: with a limit, the oldest are left out.
SELECT id, at_us, peer, text FROM notes
WHERE at_us >= ? AND at_us < ?
ORDER BY at_us DESC, id DESC LIMIT ?
