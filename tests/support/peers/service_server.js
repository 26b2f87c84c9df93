// SPDX-License-Identifier: GPL-3.0-or-later
// Servers of services that want more than pings, to test presets against: service_server.js KIND [LIMIT_MS].
// Prints "listening PORT", then one JSON object a line for each connection that opens and closes. Ends with its
// standard input. LIMIT_MS is how long the service bears a client that does not do what it wants.
//
// socket.io, engine.io and graphql are the real servers, of the versions in tests/support/npm, which tools/test installs into build/npm. The others speak as the documents of
// their services say: signalr (the hub protocol's JSON encoding), phoenix (Phoenix.Socket.V2), home-assistant
// (WebSocket API), ocpp (OCPP-J 1.6), discord (gateway), stomp (STOMP 1.2), cable (Action Cable) and feed (a
// subscription that falls silent after LIMIT_MS, answers pings on, and goes on after 6 times LIMIT_MS).
'use strict';

const http = require('http');
const path = require('path');

const modules = path.join(__dirname, '..', '..', '..', 'build', 'npm', 'node_modules');
const load = (name) => require(path.join(modules, name));
const { WebSocketServer } = load('ws');

const kind = process.argv[2];
const limit = Number(process.argv[3] || 400);
const server = http.createServer();

function tell(event) {
    process.stdout.write(JSON.stringify(event) + '\n');
}

function watch(socket) {
    tell({ event: 'open' });
    socket.on('close', (code, reason) => tell({ event: 'close', code, reason: String(reason) }));
}

/// A client that is not heard of for `limit` ms is closed; gives the function that says it was heard.
function closeWhenSilent(socket, code, reason) {
    let timer;
    const heard = () => {
        clearTimeout(timer);
        timer = setTimeout(() => socket.close(code, reason), limit);
    };
    socket.on('close', () => clearTimeout(timer));
    heard();
    return heard;
}

const kinds = {
    'socket.io': () => {
        const { Server } = load('socket.io');
        const io = new Server(server, { pingInterval: limit / 2, pingTimeout: limit / 2, connectTimeout: limit });
        io.use((socket, next) => (socket.handshake.auth.token === 'wrong' ? next(new Error('token is wrong')) : next()));
        io.on('connection', (socket) => {
            tell({ event: 'open' });
            socket.on('disconnect', (reason) => tell({ event: 'close', reason }));
        });
    },
    'engine.io': () => {
        const engine = load('engine.io').attach(server, { pingInterval: limit / 2, pingTimeout: limit / 2 });
        engine.on('connection', (socket) => {
            tell({ event: 'open' });
            socket.on('close', (reason) => tell({ event: 'close', reason }));
        });
    },
    graphql: () => {
        const { useServer } = require(path.join(modules, 'graphql-ws', 'dist', 'use', 'ws.cjs'));
        const { buildSchema } = load('graphql');
        const wss = new WebSocketServer({ server });
        wss.on('connection', watch);
        useServer({ schema: buildSchema('type Query { a: String }'), connectionInitWaitTimeout: limit,
            onConnect: (ctx) => ctx.connectionParams?.token !== 'wrong' }, wss, limit / 2);
    },
    signalr: () => {
        new WebSocketServer({ server }).on('connection', (socket) => {
            watch(socket);
            let heard;
            const late = setTimeout(() => socket.close(1000, 'Handshake was canceled.'), limit);
            const ping = setInterval(() => heard && socket.send('{"type":6}\u001e'), limit / 4);
            socket.on('message', (data) => {
                for (const record of String(data).split('\u001e').filter((part) => part)) {
                    const message = JSON.parse(record);
                    if (message.protocol === 'json') {
                        clearTimeout(late);
                        heard = closeWhenSilent(socket, 1000, 'Client timeout');
                        socket.send('{}\u001e');
                    } else if (message.type === 6 && heard) {
                        heard();
                    }
                }
            });
            socket.on('close', () => clearInterval(ping));
        });
    },
    phoenix: () => {
        new WebSocketServer({ server }).on('connection', (socket, request) => {
            watch(socket);
            if (new URL(request.url, 'ws://h').searchParams.get('vsn') !== '2.0.0')
                socket.close(1008, 'vsn');
            const heard = closeWhenSilent(socket, 1000, '');
            socket.on('message', (data) => {
                const [join, ref, topic, event] = JSON.parse(data);
                if (topic === 'phoenix' && event === 'heartbeat') {
                    heard();
                    socket.send(JSON.stringify([join, ref, 'phoenix', 'phx_reply', { status: 'ok', response: {} }]));
                }
            });
        });
    },
    'home-assistant': () => {
        new WebSocketServer({ server }).on('connection', (socket) => {
            watch(socket);
            let authenticated = false;
            let lastId = 0;
            const late = setTimeout(() => socket.close(1008, 'no auth'), limit);
            socket.send(JSON.stringify({ type: 'auth_required', ha_version: '2024.1.0' }));
            socket.on('message', (data) => {
                const message = JSON.parse(data);
                if (message.type === 'auth') {
                    clearTimeout(late);
                    authenticated = message.access_token === 'right "token"';
                    socket.send(JSON.stringify(authenticated ? { type: 'auth_ok' }
                        : { type: 'auth_invalid', message: 'Invalid access token or password' }));
                    if (!authenticated)
                        socket.close();
                } else if (message.type === 'ping' && authenticated && message.id > lastId) {
                    lastId = message.id;
                    socket.send(JSON.stringify({ id: message.id, type: 'pong' }));
                } else {
                    socket.close(1008, 'id_reuse');
                }
            });
        });
    },
    ocpp: () => {
        const handleProtocols = (protocols) => (protocols.has('ocpp1.6') ? 'ocpp1.6' : false);
        new WebSocketServer({ server, handleProtocols }).on('connection', (socket) => {
            watch(socket);
            let booted = false;
            let heard = closeWhenSilent(socket, 1008, 'no BootNotification');
            let asked = 0;
            const ask = setInterval(() => booted && socket.send(JSON.stringify([2, `a-${++asked}`, 'GetConfiguration', {}])), limit / 4);
            socket.on('close', () => clearInterval(ask));
            socket.on('message', (data) => {
                const [type, id, action] = JSON.parse(data);
                heard();
                if (type === 2 && action === 'BootNotification') {
                    booted = true;
                    socket.send(JSON.stringify([3, id, { status: 'Accepted', currentTime: new Date().toISOString(), interval: 300 }]));
                } else if (type === 2 && action === 'Heartbeat') {
                    socket.send(JSON.stringify([3, id, { currentTime: new Date().toISOString() }]));
                } else if (type === 4 && id === `a-${asked}`) {
                    tell({ event: 'answered', id });
                }
            });
        });
    },
    discord: () => {
        new WebSocketServer({ server }).on('connection', (socket) => {
            watch(socket);
            let sequence = 0;
            let heard = closeWhenSilent(socket, 4009, 'Session timed out.');
            socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: Math.round(limit / 3) } }));
            const events = setInterval(() => sequence > 0 && socket.send(JSON.stringify({ op: 0, t: 'X', s: ++sequence, d: {} })), limit / 3);
            socket.on('close', () => clearInterval(events));
            socket.on('message', (data) => {
                const message = JSON.parse(data);
                if (message.op === 1) {
                    // A heartbeat says the newest sequence; one may be on its way.
                    if (sequence > 2 && !(message.d >= sequence - 2))
                        socket.close(4007, 'Invalid seq');
                    heard();
                    socket.send(JSON.stringify({ op: 11 }));
                } else if (message.op === 2) {
                    if (message.d.token !== 'right') {
                        socket.close(4004, 'Authentication failed.');
                        return;
                    }
                    heard();
                    socket.send(JSON.stringify({ op: 0, t: 'READY', s: ++sequence, d: { v: 10 } }));
                }
            });
        });
    },
    stomp: () => {
        const handleProtocols = (protocols) => (protocols.has('v12.stomp') ? 'v12.stomp' : false);
        new WebSocketServer({ server, handleProtocols }).on('connection', (socket) => {
            watch(socket);
            const late = setTimeout(() => socket.close(1002, 'no CONNECT'), limit);
            socket.on('message', (data) => {
                const frame = String(data);
                clearTimeout(late);
                if (!frame.startsWith('CONNECT\n') || !frame.endsWith('\n\n\0')) {
                    socket.send('ERROR\nmessage:malformed frame\n\n\0');
                } else if (!frame.includes('\npasscode:guest\n')) {
                    socket.send('ERROR\nmessage:Bad CONNECT\n\nAccess refused for user\n\0');
                } else {
                    socket.send('CONNECTED\nversion:1.2\nheart-beat:0,0\n\n\0');
                }
            });
        });
    },
    cable: () => {
        const handleProtocols = () => 'actioncable-v1-json';
        new WebSocketServer({ server, handleProtocols }).on('connection', (socket) => {
            watch(socket);
            socket.send('{"type":"welcome"}');
            const ping = setInterval(() => socket.send(JSON.stringify({ type: 'ping', message: Math.round(Date.now() / 1000) })), limit);
            socket.on('close', () => clearInterval(ping));
        });
    },
    feed: () => {
        new WebSocketServer({ server }).on('connection', (socket) => {
            watch(socket);
            let feed;
            let goesOn;
            socket.on('message', (data) => {
                if (JSON.parse(data).op !== 'subscribe')
                    return;
                const start = () => { feed = setInterval(() => socket.send('{"e":"trade","p":"1.5"}'), 20); };
                start();
                setTimeout(() => clearInterval(feed), limit);
                goesOn = setTimeout(start, 6 * limit);
            });
            const other = setInterval(() => socket.send('{"e":"status"}'), 50);
            socket.on('close', () => { clearInterval(feed); clearTimeout(goesOn); clearInterval(other); });
        });
    },
};

if (!kinds[kind]) {
    process.stderr.write(`service_server.js: ${kind} is none of ${Object.keys(kinds).join(', ')}\n`);
    process.exit(2);
}
kinds[kind]();
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening ${server.address().port}\n`));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
