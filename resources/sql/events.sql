-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened beside pings, and the connections that it tells of. Each statement follows a line with its name.
-- Rows of kind 8 are counts of a feed's messages, which only select_events_of_kind gives; those of kind 10 are traces that
-- nobody needs to be told of, and so not in the log.

-- name: select_events
SELECT connection, at_us, kind, data FROM events
WHERE peer = ? AND at_us >= ? AND at_us < ? AND kind <> 8
ORDER BY id LIMIT ?

-- name: select_events_of_kind
SELECT connection, at_us, data FROM events
WHERE peer = ? AND kind = ? AND at_us >= ? AND at_us < ?
ORDER BY at_us DESC, id DESC LIMIT ?

-- name: select_event_page
SELECT events.id, peers.name, peers.url, events.connection, events.at_us, events.kind, events.data
FROM events JOIN peers ON peers.id = events.peer
WHERE events.at_us >= ? AND (events.at_us, events.id) < (?, ?) AND events.kind NOT IN (8, 10)
ORDER BY events.at_us DESC, events.id DESC LIMIT ?

-- name: select_event_page_of_peer
-- As select_event_page, of one peer by its name.
SELECT events.id, peers.name, peers.url, events.connection, events.at_us, events.kind, events.data
FROM peers JOIN events ON events.peer = peers.id
WHERE peers.name = ? AND events.at_us >= ? AND (events.at_us, events.id) < (?, ?) AND events.kind NOT IN (8, 10)
ORDER BY events.at_us DESC, events.id DESC LIMIT ?

-- name: insert_event
INSERT INTO events (peer, connection, at_us, kind, data) VALUES (?, ?, ?, ?, ?)

-- name: delete_oldest_events
DELETE FROM events WHERE id IN (SELECT id FROM events ORDER BY at_us LIMIT ?)

-- name: connection_opened
INSERT INTO connections (peer, run, number, opened_us) VALUES (?, ?, ?, ?)
ON CONFLICT (peer, run, number) DO UPDATE SET opened_us = excluded.opened_us

-- name: connection_closed
INSERT INTO connections (peer, run, number, closed_us, cause, initiator, close_code) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (peer, run, number) DO UPDATE SET closed_us = excluded.closed_us, cause = excluded.cause,
    initiator = excluded.initiator, close_code = excluded.close_code
