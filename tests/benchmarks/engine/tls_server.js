// SPDX-License-Identifier: GPL-3.0-or-later
// The server of the TLS runs: Node's ws behind Node's TLS, on a port that the system chooses and prints. Which
// server it is does not matter for what is compared, as all clients have the same one:
// node tls_server.js KEY CERTIFICATE
'use strict';
const fs = require('fs');
const https = require('https');
const WebSocket = require('ws');

const [key, certificate] = process.argv.slice(2);
const server = https.createServer({ key: fs.readFileSync(key), cert: fs.readFileSync(certificate) });
new WebSocket.Server({ server, perMessageDeflate: false });
server.listen(0, '0.0.0.0', 4096, () => console.log(server.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
