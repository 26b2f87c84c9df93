-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM events WHERE id IN (SELECT id FROM events ORDER BY at_us LIMIT ?)
