-- SPDX-License-Identifier: GPL-3.0-or-later
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
