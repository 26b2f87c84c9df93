-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM states WHERE (peer, at_us) IN (SELECT peer, at_us FROM states ORDER BY at_us LIMIT ?)
