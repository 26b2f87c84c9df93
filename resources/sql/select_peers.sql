-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT peers.id, peers.name, peers.url, peers.first_us,
       max(coalesce((SELECT max(to_us) FROM chunks WHERE chunks.peer = peers.id), peers.first_us),
           coalesce((SELECT max(at_us) FROM events WHERE events.peer = peers.id), peers.first_us))
FROM peers ORDER BY peers.name, peers.url
