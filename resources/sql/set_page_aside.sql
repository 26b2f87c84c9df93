-- SPDX-License-Identifier: GPL-3.0-or-later
-- What can't be read is kept, below the levels that are read.
UPDATE OR REPLACE bucket_pages SET level = -1 - level WHERE id = ?
