-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE bucket_pages SET data = ? WHERE id = ?
