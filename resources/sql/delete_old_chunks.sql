-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM chunks WHERE id IN (SELECT id FROM chunks WHERE to_us < ? ORDER BY to_us LIMIT ?)
