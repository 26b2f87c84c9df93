-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE peers SET settings = ? WHERE id = ?
