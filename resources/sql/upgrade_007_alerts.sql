-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened to alerts: one row each time one was told, delivered, acknowledged or over. The ids are given by who
-- wrote them, at random: a row can be written twice without harm. alert is the alert's own id, unique among all runs;
-- kind is AlertEntry::Kind, data a JSON object. No index: there are 100,000 rows at most.
CREATE TABLE alerts (
    id INTEGER PRIMARY KEY,
    alert TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    data TEXT NOT NULL
);
