// SPDX-License-Identifier: GPL-3.0-or-later
// A server of Node's ws to test against. Prints "listening PORT", then one JSON object a line for each connection
// that opens and closes. Ends with its standard input.
//
// Options: --close-after S, --code N, --reason TEXT, --terminate-after S (ends without a Close frame),
// --ping-every S (pings the clients), --tls CERTIFICATE KEY, --tls-only VERSION (such as TLSv1.1;
// unlike Python's asyncio, Node tells the client by an alert why it does not get on), --port N,
// --exchange (as some real APIs do: never answers a ping frame, streams a ticker, and answers the message
// {"op":"ping","id":…} with {"op":"pong","id":…}).
'use strict';

const fs = require('fs');
const http = require('http');
const https = require('https');
const { WebSocketServer } = require('ws');

const options = { port: 0, code: 1000, reason: '' };
const words = process.argv.slice(2);
while (words.length > 0) {
    const word = words.shift();
    switch (word) {
    case '--port':
    case '--code':
    case '--close-after':
    case '--terminate-after':
    case '--ping-every':
        options[word.slice(2)] = Number(words.shift());
        break;
    case '--exchange':
        options.exchange = true;
        break;
    case '--reason':
        options.reason = words.shift();
        break;
    case '--tls':
        options.tls = { ...options.tls, cert: fs.readFileSync(words.shift()), key: fs.readFileSync(words.shift()) };
        break;
    case '--tls-only':
        options.tls = { ...options.tls, ciphers: 'DEFAULT:@SECLEVEL=0', minVersion: words[0], maxVersion: words.shift() };
        break;
    default:
        console.error(`unknown option ${word}`);
        process.exit(2);
    }
}

const say = (event) => console.log(JSON.stringify(event));
const server = options.tls ? https.createServer(options.tls) : http.createServer();
const sockets = new WebSocketServer({ server });

sockets.on('connection', (socket, request) => {
    say({ event: 'open', path: request.url });
    const timers = [];
    if (options['close-after'] !== undefined)
        timers.push(setTimeout(() => socket.close(options.code, options.reason), options['close-after'] * 1000));
    if (options['terminate-after'] !== undefined)
        timers.push(setTimeout(() => socket.terminate(), options['terminate-after'] * 1000));
    if (options['ping-every'] !== undefined)
        timers.push(setInterval(() => socket.ping(), options['ping-every'] * 1000));
    if (options.exchange) {
        socket._receiver.removeAllListeners('ping');
        timers.push(setInterval(() => socket.send('{"op":"ticker","price":"1.00"}'), 20));
    }
    socket.on('message', (data, binary) => {
        if (!options.exchange) {
            socket.send(data, { binary });
            return;
        }
        const asked = JSON.parse(data);
        if (asked.op === 'ping')
            socket.send(JSON.stringify({ op: 'pong', id: asked.id }));
    });
    socket.on('pong', () => say({ event: 'pong' }));
    socket.on('error', () => {});
    socket.on('close', (code, reason) => {
        timers.forEach(clearTimeout);
        say({ event: 'closed', code, reason: reason.toString() });
    });
});

server.listen(options.port, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();
