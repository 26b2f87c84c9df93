-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the file is what it should be. Each statement follows a line with its name.

-- name: check_schema
-- 0 when each key is a row id. What is named and not there is an error.
SELECT (SELECT count(*) FROM (SELECT id, name, url, first_us, settings FROM peers LIMIT 0))
     + (SELECT count(*) FROM (SELECT id, started_us, last_us, version FROM runs LIMIT 0))
     + (SELECT count(*) FROM (SELECT id, peer, from_us, to_us, count, data FROM chunks LIMIT 0))
     + (SELECT count(*) FROM (SELECT id, data FROM journal LIMIT 0))
     + (SELECT count(*) FROM (SELECT id, peer, connection, at_us, kind, data FROM events LIMIT 0))
     + (SELECT count(*) FROM (SELECT id, peer, run, number, opened_us, closed_us, cause, initiator, close_code
                              FROM connections LIMIT 0))
     + (SELECT count(*) FROM (SELECT peer, at_us, health, state FROM states LIMIT 0))
     + (SELECT count(*) FROM (SELECT id, peer, level, page, data FROM bucket_pages LIMIT 0))
     + (SELECT count(*) FROM (SELECT id, at_us, peer, text FROM notes LIMIT 0))
     + (SELECT count(*) FROM (SELECT peer, journal FROM shelved LIMIT 0))
     + (SELECT count(*) FROM (SELECT id, alert, at_us, kind, data FROM alerts LIMIT 0))
     + 10 - (SELECT count(*) FROM sqlite_master, pragma_table_info(sqlite_master.name) AS field
            WHERE sqlite_master.type = 'table' AND field.pk = 1 AND upper(field.type) = 'INTEGER'
              AND (sqlite_master.name, field.name) IN
                  (VALUES ('peers', 'id'), ('runs', 'id'), ('chunks', 'id'), ('journal', 'id'), ('events', 'id'),
                          ('connections', 'id'), ('bucket_pages', 'id'), ('notes', 'id'), ('shelved', 'peer'),
                          ('alerts', 'id')))

-- name: quick_check
PRAGMA quick_check(20)

-- name: select_set_aside
-- What could not be read when it was to be changed: pages below the levels, and rows of the journal below 0.
SELECT peer, -1 - level, page FROM bucket_pages WHERE level < 0
UNION ALL SELECT 0, NULL, id FROM journal WHERE id < 0
