-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT events.id, peers.name, peers.url, events.connection, events.at_us, events.kind, events.data
FROM events JOIN peers ON peers.id = events.peer
WHERE events.at_us >= ? AND (events.at_us, events.id) < (?, ?)
ORDER BY events.at_us DESC, events.id DESC LIMIT ?
