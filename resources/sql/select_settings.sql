-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT settings FROM peers WHERE id = ?
