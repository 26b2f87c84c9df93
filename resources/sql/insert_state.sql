-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO states (peer, at_us, health, state) VALUES (?, ?, ?, ?)
