-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, data FROM bucket_pages WHERE peer = ? AND level = ? AND page = ?
