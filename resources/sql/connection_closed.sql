-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO connections (peer, run, number, closed_us, cause, initiator, close_code) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (peer, run, number) DO UPDATE SET closed_us = excluded.closed_us, cause = excluded.cause,
    initiator = excluded.initiator, close_code = excluded.close_code
