-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO events (peer, connection, at_us, kind, data) VALUES (?, ?, ?, ?, ?)
