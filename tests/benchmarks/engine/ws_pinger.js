// SPDX-License-Identifier: GPL-3.0-or-later
// Node's ws under the same load: node --expose-gc ws_pinger.js --port P --connections N …
'use strict';
const fs = require('fs');
const WebSocket = require('ws');

const options = { port: 0, connections: 100, interval: 10, 'warm-up': 11, seconds: 20, tls: 0 };
for (let i = 2; i + 1 < process.argv.length; i += 2)
    options[process.argv[i].slice(2)] = Number(process.argv[i + 1]);

function privateBytes() {
    global.gc();
    const rollup = fs.readFileSync('/proc/self/smaps_rollup', 'latin1');
    return Number(/Private_Dirty:\s+(\d+)/.exec(rollup)[1]) * 1024;
}

const roundTrips = [];
let inWindow = false;

function dial(index) {
    return new Promise((resolve, reject) => {
        const socket = new WebSocket(`${options.tls ? 'wss' : 'ws'}://127.0.0.${1 + index % 4}:${options.port}/`,
            { perMessageDeflate: false, rejectUnauthorized: false });
        const payload = Buffer.alloc(8);
        let sentAt = 0n;
        socket.on('pong', (data) => {
            const now = process.hrtime.bigint();
            if (inWindow && data.equals(payload))
                roundTrips.push(Number(now - sentAt) / 1000);
        });
        socket.on('error', reject);
        socket.on('open', () => resolve(() => {
            payload.writeUInt32LE(Math.random() * 0x100000000 >>> 0, 0);
            payload.writeUInt32LE(Math.random() * 0x100000000 >>> 0, 4);
            sentAt = process.hrtime.bigint();
            socket.ping(payload);
        }));
    });
}

async function main() {
    const before = privateBytes();
    const begun = process.hrtime.bigint();
    const pings = [];
    for (let i = 0; i < options.connections; i += 200) {
        const some = [];
        for (let j = i; j < Math.min(i + 200, options.connections); ++j)
            some.push(dial(j));
        pings.push(...await Promise.all(some));
    }
    const opening = Number(process.hrtime.bigint() - begun) / 1e9;
    pings.forEach((ping, i) => {
        setTimeout(() => { ping(); setInterval(ping, options.interval * 1000); },
            options.interval * 1000 * (i + 1) / options.connections);
    });
    await new Promise((resolve) => setTimeout(resolve, options['warm-up'] * 1000));
    inWindow = true;
    const cpu = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, options.seconds * 1000));
    const used = process.cpuUsage(cpu);
    inWindow = false;
    const memory = privateBytes() - before;
    roundTrips.sort((a, b) => a - b);
    const count = roundTrips.length;
    console.log(JSON.stringify({
        client: "Node's ws", connections: options.connections, pings: count,
        cpu_us_per_ping: (used.user + used.system) / count,
        rtt_median_us: roundTrips[count >> 1], rtt_p99_us: roundTrips[Math.floor(count * 0.99)],
        bytes_per_connection: Math.round(memory / options.connections), open_s: opening,
    }));
    process.exit(0);
}

main().catch((error) => { console.error(String(error)); process.exit(1); });
