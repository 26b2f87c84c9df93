-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO notes (id, at_us, peer, text) VALUES (?, ?, ?, ?)
