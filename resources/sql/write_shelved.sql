-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO shelved (peer, journal) VALUES (?, ?)
