-- SPDX-License-Identifier: GPL-3.0-or-later
-- What can't be read is kept.
UPDATE journal SET id = -id WHERE id = ?
