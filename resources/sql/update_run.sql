-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE runs SET last_us = max(last_us, ?) WHERE id = ?
