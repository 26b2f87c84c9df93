-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT min(page) FROM bucket_pages WHERE peer = ? AND level = ?
