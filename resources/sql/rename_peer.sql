-- SPDX-License-Identifier: GPL-3.0-or-later
-- Leaves it as it is when another peer has that name and URL.
UPDATE OR IGNORE peers SET name = ?, url = ? WHERE name = ? AND url = ?
