-- SPDX-License-Identifier: GPL-3.0-or-later
-- Peers, and how each was watched. Each statement follows a line with its name.

-- name: select_peers
-- The chunk that ends first need not be the one with the earliest sample: none spans more than six hours.
SELECT peers.id, peers.name, peers.url,
       min(peers.first_us,
           coalesce((SELECT min(from_us) FROM chunks
                     WHERE peer = peers.id
                       AND to_us < 21600000000 + (SELECT min(to_us) FROM chunks WHERE peer = peers.id)),
                    peers.first_us)),
       max(coalesce((SELECT max(to_us) FROM chunks WHERE chunks.peer = peers.id), peers.first_us),
           coalesce((SELECT max(at_us) FROM events WHERE events.peer = peers.id), peers.first_us))
FROM peers ORDER BY peers.name, peers.url

-- name: select_peer_rows
SELECT id FROM peers ORDER BY id

-- name: select_peer
SELECT id FROM peers WHERE name = ? AND url = ?

-- name: insert_peer
INSERT INTO peers (name, url, first_us) VALUES (?, ?, ?) ON CONFLICT (name, url) DO NOTHING

-- name: rename_peer
-- Leaves it as it is when another peer has that name and URL.
UPDATE OR IGNORE peers SET name = ?, url = ? WHERE name = ? AND url = ?

-- name: select_settings
SELECT settings FROM peers WHERE id = ?

-- name: update_settings
UPDATE peers SET settings = ? WHERE id = ?
