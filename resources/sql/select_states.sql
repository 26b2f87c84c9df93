-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT at_us, health, state FROM states
WHERE peer = ? AND at_us < ?
  AND at_us >= coalesce((SELECT max(at_us) FROM states WHERE peer = ? AND at_us <= ?), ?)
ORDER BY at_us
