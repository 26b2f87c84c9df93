-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, level, page, data FROM bucket_pages
