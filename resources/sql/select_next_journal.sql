-- SPDX-License-Identifier: GPL-3.0-or-later
-- A number that no row of the journal has or had.
SELECT max(coalesce((SELECT max(id) FROM journal), 0),
           coalesce((SELECT -min(id) FROM journal), 0),
           coalesce((SELECT max(journal) FROM shelved), 0)) + 1
