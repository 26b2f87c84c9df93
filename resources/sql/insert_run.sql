-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO runs (started_us, last_us, version) VALUES (?, ?, ?)
