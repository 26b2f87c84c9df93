-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, from_us, to_us, count, data FROM chunks
WHERE peer = ? AND to_us >= ? AND to_us < ? AND from_us < ?
ORDER BY to_us, from_us
