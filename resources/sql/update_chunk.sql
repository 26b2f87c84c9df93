-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE chunks SET from_us = ?, to_us = ?, count = ?, data = ? WHERE id = ?
