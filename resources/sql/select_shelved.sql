-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT peer, journal FROM shelved
