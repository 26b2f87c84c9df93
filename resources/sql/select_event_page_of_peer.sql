-- SPDX-License-Identifier: GPL-3.0-or-later
-- As select_event_page, of one peer by its name.
SELECT events.id, peers.name, peers.url, events.connection, events.at_us, events.kind, events.data
FROM peers JOIN events ON events.peer = peers.id
WHERE peers.name = ? AND events.at_us >= ? AND (events.at_us, events.id) < (?, ?)
ORDER BY events.at_us DESC, events.id DESC LIMIT ?
