-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO states (peer, at_us, health, state) VALUES (?, ?, ?, ?)
