-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO connections (peer, run, number, opened_us) VALUES (?, ?, ?, ?)
ON CONFLICT (peer, run, number) DO UPDATE SET opened_us = excluded.opened_us
