-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a peer was watched, and since when: a JSON array, the oldest first (SettingsRecord). A column and not a table: most
-- peers never have more than one entry, and a table takes a page of every file.
ALTER TABLE peers ADD COLUMN settings BLOB NOT NULL DEFAULT x'';
