-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO peers (name, url, first_us) VALUES (?, ?, ?) ON CONFLICT (name, url) DO NOTHING
