-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM states WHERE id IN (SELECT id FROM states ORDER BY id LIMIT ?)
