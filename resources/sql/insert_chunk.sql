-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO chunks (peer, from_us, to_us, count, data) VALUES (?, ?, ?, ?, ?)
