-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*), total(count) FROM chunks WHERE peer = ?
