-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO bucket_pages (peer, level, page, data) VALUES (?, ?, ?, ?)
