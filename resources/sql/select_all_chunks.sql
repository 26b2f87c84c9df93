-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, from_us, to_us, count, data, peer FROM chunks
