-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT from_us FROM chunks WHERE peer = ? ORDER BY to_us LIMIT 1
