-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT from_us, to_us FROM chunks WHERE peer = ? AND to_us >= ? AND from_us < ?
