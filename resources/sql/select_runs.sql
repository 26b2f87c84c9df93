-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT started_us, last_us FROM runs WHERE last_us >= ? AND started_us <= ? ORDER BY started_us
