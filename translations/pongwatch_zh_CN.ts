<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Pongwatch::AddPeerBar</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL of a peer to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a peer: wss://example.org/socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with the URL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertFeature</name>
    <message>
        <source>M&amp;ute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell nothing about the selected peers when they get into trouble</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n peers in trouble</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>peer: state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n peers are well again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is well again</source>
        <comment>a peer&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was in trouble for %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Application</name>
    <message>
        <source>The peers could not be saved: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adding “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adding peers for this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watching the demo peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removing “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>removing %n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pausing %n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>resuming %n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::BlockingClient</name>
    <message numerus="yes">
        <source>%n message(s) came while the queue was full, and are gone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>sending a ping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for something to happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing came in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no open connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the client is being destroyed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartLegend</name>
    <message>
        <source>Peers in the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartPane</name>
    <message>
        <source>Stretch of time in the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic latencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the chart still while measuring goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the present again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::CheckCommand</name>
    <message>
        <source>For a person, or one JSON object a profile (text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says what is wrong in a workspace, or else which settings each of its profiles has, and where each comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither “text” nor “jsonl”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no file to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the environment variable %1 is not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file “%1” can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChoiceValue</name>
    <message>
        <source>different values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::CloseCodes</name>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clean end: the peer was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>going away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is shutting down or its page was left: reconnect, with a random delay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer saw frames that break the protocol: a proxy between may damage them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsupported data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer refused a kind of message: text where it wants binary, or the reverse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clean end whose reason the peer withheld.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no Close frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer refused a text that is not valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses this client, by its authorisation or a rate limit: check the credentials and don&apos;t hammer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message too big</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer refused a message for its size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer wants an extension that was not agreed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something failed inside the server: look for an exception in its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server restarts: it should be back soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is overloaded: back off before the next dial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is a gateway and what is behind it is down: look there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection came about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unauthorized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server wants other credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server knows who this is and refuses all the same: check the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer waited too long for something from this side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered code</source>
        <extracomment>a close code of 3000 to 3999</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private code</source>
        <extracomment>a close code of 4000 to 4999</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown code</source>
        <extracomment>a close code that RFC 6455 does not know</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::CloseFeature</name>
    <message>
        <source>&amp;Close with a Code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the selected peers a Close frame of your choice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ClosePeerDialog</name>
    <message>
        <source>Close with a Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” gets this Close frame, and stays closed until it is resumed or reconnected.</source>
        <comment>a peer&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n peers get this Close frame, and stay closed until they are resumed or reconnected.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;Connection</source>
        <comment>a connection to a peer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code that may be sent is one of 1000 to 1003, 1007 to 1014 and 3000 to 4999.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason takes %1 bytes; a Close frame has room for %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::CommandLine</name>
    <message>
        <source>Usage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the command does, and end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which version this is, and end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither “close” nor “keep”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an origin looks like https://example.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty or has a character that RFC 6455 does not allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is given twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can&apos;t be given together with --user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an Authorization header can&apos;t be given together with --user or --bearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not of the form USER:PASSWORD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a line break or another control character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token has a space, a line break or another character that a header can&apos;t carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--client-cert and --client-key are only of use together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file “%1” holds no certificate in PEM form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can&apos;t be given together with --ipv4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds between two pings; off: none are sent (20)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds to wait for a pong; off: for ever (20)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds until a connection must be open (10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds until a connection must be closed (10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag answers that take longer than this as slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a pong is missing: close and reconnect, or keep the connection and flag it (close)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this text message in place of pings; %id% in it is new each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an answer to the heartbeat contains, with %id% for the same again (any message)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial again after the end of a connection (on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this header in the handshake; the value may be $VARIABLE or @FILE; @FILE alone is a file of headers, one a line. Repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer this sub-protocol. Repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this Origin header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic authentication; the password may be $VARIABLE or @FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer authentication; $VARIABLE or @FILE, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust the certificates in this file (PEM) and no others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the client certificate (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not verify the server&apos;s certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http://HOST:PORT, socks5://HOST:PORT, the system&apos;s, or none (system)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use IPv4 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use IPv6 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the connection when the peer sends a larger message (1048576)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is only of use with --workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more names than URLs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to watch; give a URL (wss://host/path), --workspace FILE or --demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder, or no name at all; give a file, or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder of “%1” does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither “table” nor “jsonl”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to call a peer; repeatable, in the order of the URLs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the enabled profiles of this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those of this group; repeatable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those with this tag; repeatable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the built-in demo peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after so many seconds (until interrupted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table (a live one on a terminal, plain lines in a pipe), or one JSON object a line (table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end, write a report; .html, .csv or .json, by the ending. Repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what is measured in this file (none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is given more than once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such option; --help lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such option; perhaps --%1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs a value (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a number of seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is negative; it must be more than 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s is more than a hundred years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too short; it must be more than 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (or “off”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither “on” nor “off”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not between %2 and %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no port; write ADDRESS:PORT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port %1 is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port %1 is not between 0 and 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is neither system, none, http://HOST:PORT nor socks5://HOST:PORT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a valid URL; write http://HOST:PORT or socks5://HOST:PORT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no port between 1 and 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than a host and a port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping without pings makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the interval must be at least 0.01 s; on this machine itself there is --flood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is only for this machine itself (localhost, 127.0.0.1 or [::1])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to ping; give a URL (wss://host/path)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after so many pings to each peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds between two pings (1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds to wait for a pong (10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after so many seconds, whatever is out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first line and the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time in front of each line, in seconds since 1970</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring the bell at each pong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phases of the dial, and TCP&apos;s own round-trip times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ping as fast as the pongs come; on this machine itself only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a person, or one JSON object a line (text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither “text” nor “jsonl”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the environment variable %1 is not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file “%1” can&apos;t be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file “%1” is larger than 64 KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no enabled profile that is meant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do, or which peer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command or peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called like that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Connection</name>
    <message>
        <source>the connection is not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending a ping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer takes no data: %1 bytes are waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoConnection</name>
    <message>
        <source>The request is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This demo peer rejects everybody.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoFleet</name>
    <message>
        <source>The demo peers are running already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jitters by 20 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spikes now and then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow, 300 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stalls after 20 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes after 30 s for a deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends after 45 s without a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resets after 60 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejects with 503</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never answers the upgrade</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoPath</name>
    <message>
        <source>answers every ping at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers after a random delay of up to ms milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers at once, but each ping number “every” after ms milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers after ms milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers, then stays silent with the connection open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers only the newest of several pings (waits ms milliseconds for more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers with another payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers, and sends pongs that nobody asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers every ping twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends a Close frame with that code and reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends a Close frame without a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends the TCP connection without a Close frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resets the TCP connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drops a connection that was silent that long, as proxies do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers the upgrade with that HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers the upgrade with a wrong Sec-WebSocket-Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never answers the upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers, and sends that many messages a second without end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends a frame that announces 2^62 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends bytes that are no WebSocket frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers byte by byte, between the fragments of a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” of %2 is a whole number from %3 to %4, not “%5”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” of %2 is a number of seconds from %3 to %4, not “%5”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” of %2 is a number of milliseconds from %3 to %4, not “%5”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no parameter “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” of %2 is at most %3 bytes long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no demo peer “%1”. There are:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is given more than once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoPeers</name>
    <message>
        <source>starting the demo peers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoRequest</name>
    <message>
        <source>The request has too many headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has a header without a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no HTTP/1.1 request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A WebSocket begins with GET.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server speaks WebSocket, version 13. It has these peers:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sec-WebSocket-Key is not 16 bytes of Base64.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoServer</name>
    <message>
        <source>Listening on %1, port %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::EmptyState</name>
    <message>
        <source>Add a URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No peers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the URL of a WebSocket server to watch how it answers,
or try the demo: peers on this machine that misbehave on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste many…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::EndListModel</name>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventFoldModel</name>
    <message numerus="yes">
        <source>%n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n peers lost in %2, all at %3.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventLog</name>
    <message>
        <source>Paused by the user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1 in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pong for %1, and our bytes are not acknowledged: the path is silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pong for %1, though our bytes are acknowledged: the peer is silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pong for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine was suspended for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary data, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pong of ping %1 came after %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventLogModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventLogPane</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected peers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy every entry that is shown, one a line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventLogView</name>
    <message>
        <source>Event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in Chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ExchangeFeature</name>
    <message>
        <source>writing the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json *.pongwatch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as &amp;Table (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;pongwatch monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program for p&amp;ython-websockets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;websocat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w&amp;scat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text in the clipboard. Copy URLs or commands first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that can be imported (*.csv *.tsv *.json *.har *.txt *.sh);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no peer in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>adding %n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n commands were copied, without secrets.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::Explanation</name>
    <message>
        <source>%1 In the system&apos;s words: %2.</source>
        <extracomment>a sentence, and after it what the system answered, between quotation marks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired: it must be renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet: check the clocks of both machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another host name: check the URL, or the certificate&apos;s names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is self-signed and not trusted: name its CA in the TLS settings, or install a certificate from a known one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issuer of the server&apos;s certificate is not trusted: the chain is incomplete, or its CA must be named in the TLS settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate was revoked: it must be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two sides share no version of TLS: the server&apos;s protocol version is too old or too new for this side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept this side&apos;s certificate, or wants one: check the client certificate in the TLS settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered does not speak TLS: wrong port, or ws instead of wss is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server or a proxy before it does not take this for a WebSocket handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server wants credentials, or other ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server refuses this client; check credentials, origin and address lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is served under this path; check the URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a proxy wants credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server wants another version of the protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many requests; dial less often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something failed inside the server; look for an exception in its log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy can&apos;t reach the server behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server is overloaded or being deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server behind the proxy did not answer it in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page answers under this URL, not a WebSocket server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server sends clients elsewhere; use the new address in the URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fault is on the server&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not want this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server rejected the WebSocket handshake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will not be dialled again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another dial may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server rejected the handshake with HTTP status %1: %2. %3</source>
        <extracomment>%1 an HTTP status, %2 what it means, %3 whether another dial may help</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open after %1: the host name was still being looked up. Check the name servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open after %1: nothing answered the TCP connection. A firewall drops it, or the machine is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open after %1: the proxy had not connected this side to the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open after %1: TCP was connected, but the TLS handshake was not finished. The server hangs, or does not speak TLS on this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open after %1: connected, but the server never answered the WebSocket upgrade. Its process hangs or is overloaded, or this port serves something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was reset within the TLS handshake: the server does not speak TLS on this port, or a firewall cut it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was ended within the TLS handshake: the server does not speak TLS on this port, or refuses this client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy ended the connection before it had reached the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was reset before the server answered the WebSocket upgrade: its process crashed, or a firewall or load balancer has no server behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was ended before the server answered the WebSocket upgrade: wrong port, wss is wanted instead of ws, or a load balancer has no server behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name could not be resolved: check its spelling and the name servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was refused: nothing listens on this port, or a firewall rejects it. Is the server running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s address can&apos;t be reached: no route, or this machine is offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to the handshake is not that of a WebSocket server: a proxy between changes it, or something else serves this URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy did not connect this side to the server: check the proxy&apos;s address, credentials and rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its reason: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the system&apos;s words: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer closed after %1 with an empty Close frame: a clean end whose reason it withheld.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer closed after %1 with 1011 because it missed this side&apos;s pong: look at this side and at the path to the peer, not at the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer closed after %1 with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dial was given up on this side before the connection was open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped on this side after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on this side after %1, because the program ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on this side after %1 with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on this side after %1 with an empty Close frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer did not answer with a Close frame of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pong came for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pong came in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s TCP stack answers, but its program has stopped reading (%1 bytes wait in front of a closed receive window), and %2: the process hangs or can&apos;t keep up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer goes on sending (the last byte came %1 before), but %2: it does not answer pings, or they wait behind other traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s TCP stack acknowledged the ping</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The server&apos;s TCP stack acknowledged %Ln pings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, but %2: the process or a proxy in front of it hangs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after a retransmission</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>after %Ln retransmissions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the probes of a closed window stay unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one segment is still unacknowledged %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln segments are still unacknowledged %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The network to the peer is silent: %1, and %2. Check the link, firewalls and NAT on the way, and whether the peer&apos;s machine is up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln pings are unanswered</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the ping is unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer: %1, and %2. Whether the network or the peer fell silent can&apos;t be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last byte came %1 before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1, %2 after the last byte came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like an idle timeout of a proxy or load balancer of %1; ping more often than that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TCP connection was ended by the other side without a Close frame %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s process ended, or a proxy dropped the connection: look into their logs at this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TCP connection was reset %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s process crashed or was killed, or a firewall or load balancer dropped the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer announced a message over the size limit, so this side closed with 1009 after %1: raise the limit, or look at what the peer sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer sent what breaks the WebSocket protocol, so this side closed with 1002 after %1: the server or a proxy between does not conform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was wrong: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network connection failed %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network lost its route to the peer %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS failed within the open connection %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine had woken from suspend %1 before, which explains a lost connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %Ln ends looked like this.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <extracomment>a duration in days and hours</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>quotation marks around what a peer or the system said</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is cut whenever nothing comes in for %1: an idle timeout of the server, a proxy or a load balancer; ping more often than that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer sent a pong with another payload than its ping had</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The peer sent %Ln pongs with other payloads than its pings had</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and %2: its WebSocket implementation, or a proxy between, does not conform (RFC 6455 5.5.3).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::FiguresModel</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>figure, of what, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <comment>how many connections</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::FilterBar</name>
    <message>
        <source>Show All Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 peers. %3</source>
        <comment>shown, all, why</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::FrameParser</name>
    <message>
        <source>a frame has a reserved bit set, but no extension was agreed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frame has the reserved opcode %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frame of the server is masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a control frame is fragmented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a control frame is longer than 125 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a continuation frame came, but there is no message to continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new message began before the last one was complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frame&apos;s length has its highest bit set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frame&apos;s length is not written in the shortest form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message of more than %1 bytes was announced (a frame of %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text message is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text message ends in the middle of a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Close frame has a payload of one byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Close frame has the code %1, which must not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reason in a Close frame with the code %1 is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::GroupCells</name>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At worst %1, %2</source>
        <comment>state, for how long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Headless</name>
    <message>
        <source>connecting (dial %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting %1 for the next dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed; it will not be dialled again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the path is silent: our bytes were not acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer is silent: its TCP stack acknowledged our bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no evidence from the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping %1: %2, slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping %1: %2, after its deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping %1: a later ping was answered first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping %1: lost with its connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping %1: timed out after %2; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended (%1): </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine slept for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pings %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pongs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeouts %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min/median/p95/max %1/%2/%3/%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connections %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 measured while this machine was busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; samples that could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::HelpFeature</name>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Pongwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Pongwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pongwatch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watches WebSocket connections: keepalive, latency, and who ended them.

Free software under the GNU General Public License, version 3 or later, without any warranty. Built with Qt %1 and QCustomPlot.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::History</name>
    <message>
        <source>using the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a database of another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was written by a newer Pongwatch (format %2, this one knows %3) and is only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>making the folder of the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can&apos;t be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder can&apos;t be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another Pongwatch writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Pongwatch writes “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; this run is kept in “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting the damaged history aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can&apos;t be renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged and was renamed to “%2”; a new history was begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is not written (%1); what is measured waits in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a peer&apos;s row is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::HistoryLabel</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ History: %1 samples wait in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured is kept in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples are lost: the memory for them was full</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::HostResolver</name>
    <message>
        <source>Host not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::IdentityPage</name>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Watch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to find and to choose by, with commas between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; or a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a user and a password belong to the sign-in, not into the URL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Import</name>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>password or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is neither a HAR file nor a Postman collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is longer than %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quote has no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ImportPreview</name>
    <message>
        <source>Add Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No peer was understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n peers were understood</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were not understood and are left out:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peers to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the &amp;group:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; or a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n headers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secrets</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sub-protocols</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a peer to see how it fares and why its connections ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Json</name>
    <message>
        <source>there is more after the end of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more than %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 levels lie in each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected “,” or “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a comma before “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a key in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected “:”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a string has no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a string has a control character that is not escaped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half of a surrogate pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an escape that JSON does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“\u” wants four hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Keepalive</name>
    <message>
        <source>sending a ping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the payload is longer than 125 bytes (RFC 6455 5.5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ping with the same payload is waiting for its pong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many pings are waiting for their pongs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::LatencyChart</name>
    <message>
        <source>Select a peer to see how it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pings in this stretch of time yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>peer: value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::LineValue</name>
    <message>
        <source>different values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ListFeature</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find peers by name, URL, group or tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only peers with this text in name, URL, group or tag (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With &amp;Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;All Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Expand All Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;llapse All Groups</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::MessageFeature</name>
    <message>
        <source>Send a &amp;Message…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send text to the selected peer and see what it answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::MessageWindow</name>
    <message>
        <source>Messages: %1</source>
        <comment>a peer&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, connected</source>
        <comment>a peer&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not connected: nothing can be sent</source>
        <comment>a peer&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages sent and received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent, and what the peer says, shows here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  sent  %2</source>
        <comment>time, text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  received after %2  %3</source>
        <comment>time, duration, text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  received  %2</source>
        <comment>time, text</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::MonitorCommand</name>
    <message>
        <source>Watches WebSocket connections without a window: pings them, and says who ended them and why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::OpeningHandshake</name>
    <message>
        <source>writing the WebSocket handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bearer token has a character that a header can&apos;t carry, or is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user&apos;s name has a colon, which basic authentication can&apos;t carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a subprotocol has a character that RFC 6455 does not allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the origin has a character that a header can&apos;t carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a header&apos;s name has a character that RFC 9110 does not allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header&apos;s value has a character that a header can&apos;t carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer&apos;s headers are longer than 16 KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answered in TLS: the URL must start with wss://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer&apos;s status line is not HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is not HTTP/1.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer has a line that is not a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer has no header &apos;Upgrade: websocket&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer has no header &apos;Connection: Upgrade&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer has no Sec-WebSocket-Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sec-WebSocket-Accept does not answer our key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server chose an extension, but none was offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server chose more than one subprotocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server chose the subprotocol &apos;%1&apos;, which was not offered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PaletteFeature</name>
    <message>
        <source>&amp;Commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything that can be done, or a peer, by typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>a menu and its sub-menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer: %1</source>
        <comment>its state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PaneFeature</name>
    <message>
        <source>&amp;Next Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerCells</name>
    <message>
        <source>%1: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
The certificate is not verified: whoever answers may not be the peer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, for how long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, certificate not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: answers %2, timeouts %3</source>
        <comment>a stretch of time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerColumnText</name>
    <message>
        <source>Last</source>
        <comment>the newest round trip</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last %1</source>
        <comment>a stretch of time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <comment>how many connections</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last Round Trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % Quantile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the peer fares, and since when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round-trip time of the newest ping; of a group: the median of its peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round-trip times in the chart&apos;s span of time; timeouts are red bars, hatching is no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the round trips were faster, since the peer was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % of the round trips were faster, since the peer was added; of a group: the worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much one round trip differs from the next, on average; of a group: the worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pings without an answer, since the peer was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the connection has been open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many connections were opened since the peer was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the peer is dialled again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the peer&apos;s certificate expires; of a group: the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the last connection ended; of a group: its peers by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tags that the peer was given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerDelegate</name>
    <message>
        <source>not verified</source>
        <comment>the certificate</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerFacts</name>
    <message>
        <source>Ended by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was open for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pings unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP unacknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP retransmissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsolicited pongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate pongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreign pongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no, verification is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last round trips, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median of medians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst 95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First certificate expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerFleet</name>
    <message>
        <source>“%1” is not connected: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerHeader</name>
    <message>
        <source>The certificate is not verified: whoever answers may not be the peer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1, since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: pings are off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the first for %2</source>
        <comment>number of pings, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, dial number %2</source>
        <comment>duration, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next ping in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last ping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>latency, outcome</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dials again in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerListView</name>
    <message>
        <source>Peers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerPage</name>
    <message>
        <source>Selected peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends of its connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it ended last, at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last connected at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <comment>since the peer was added</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>moments</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerPane</name>
    <message>
        <source>No peer matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PhaseBars</name>
    <message>
        <source>Steps of the last dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Picture</name>
    <message>
        <source>writing the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Ping</name>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upgrade %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a later ping was answered first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost with its connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seq=%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pong from %1: seq=%2 time=%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (TCP %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (this machine was busy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PING %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open again: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, open after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seq=%1: no pong in %2; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next dial in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lost (%2 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not sent without a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connections %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ping statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTT min/avg/median/p95/max/jitter = %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last end: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PingCommand</name>
    <message>
        <source>Pings WebSocket peers and says how long the pongs take, with the manners of ping(8). Several peers are shown side by side. Exit status: 0 when every peer answered, 1 when one did not, 2 for wrong usage or an unknown host.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PingListModel</name>
    <message>
        <source>No.</source>
        <comment>the number of a ping</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP</source>
        <comment>the round trip of TCP</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;tencies in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>µs, ms or s, by their size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when a peer gets into &amp;trouble while the window is not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only trouble that lasts &amp;longer than:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Slow answers are trouble, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also tell when a peer is &amp;well again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on watching as an &amp;icon among those of the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::PreferencesFeature</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ProfileEditor</name>
    <message>
        <source>workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Defaults of the Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every peer has that says nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the peers of “%1” have that say nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit %1</source>
        <comment>a peer&apos;s name, or a number of peers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n peers: only what you touch is changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain here: passwords and tokens are kept in memory until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong on this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ProfileFeature</name>
    <message>
        <source>changing the workspace&apos;s defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit Peer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the selected peers: URL, keepalive, TLS, sign-in and all the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to &amp;Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gr&amp;oups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;faults of the Workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit Defaults…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move, and Keep Its Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;o Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the group:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>making group “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>editing %n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>editing “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changing group “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace was changed meanwhile: the edit was not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>duplicating %n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taking %n peers out of their groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moving %n peers to “%1”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rename Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renaming group “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removing group “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tag:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>tagging %n peers “%1”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taking the tag “%1” off %n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::Proxy</name>
    <message>
        <source>reading the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not system, none, http://host:port or socks5://host:port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no port between 1 and 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is more after the port</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ProxyValue</name>
    <message>
        <source>the proxy&apos;s host and port are needed: proxy.example:3128</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP CONNECT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy.example:3128</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host and port of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user name, if the proxy asks for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name for the proxy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Report</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No peers were watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ping every %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping timeout %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept open on a timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed on a timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headers added: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last end: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 earlier ones are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round-trip times run from the moment a ping frame is handed to the socket to the moment its pong is read, on a steady clock. The observer itself was at most %1 late; %2 of %3 pings were sent or answered while it was more than 5 ms late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by Pongwatch %1 on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pongwatch report, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connections: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1, p99 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pings timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choosing the form of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version can&apos;t write .%1 yet; choose .html, .csv or .json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its ending is not one of .html, .csv and .json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency over time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::SecretStore</name>
    <message>
        <source>reading the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::SecretValue</name>
    <message>
        <source>after $ comes the name of an environment variable, of letters, digits and _</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; a secret, or $VARIABLE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::SelectionPage</name>
    <message>
        <source>Selected peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected peers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 worst of %2 peers are compared.</source>
        <comment>numbers</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ServeCommand</name>
    <message>
        <source>Where to listen; port 0 takes a free one (127.0.0.1:0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the demo peers, which misbehave on purpose, for other clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serve takes no arguments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::SettingPages</name>
    <message>
        <source>%1, or “%2”</source>
        <comment>what a time must be, and the word for none</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number of 1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give up dialling after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, TCP, TLS and upgrade together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the &amp;close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv4 and IPv6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only IPv4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only IPv6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Largest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger one ends the connection with 1009.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keepalive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ping every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time out after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: it is pinged and measured, and never given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;On a timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, then reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag it and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Slow from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that take longer are marked, and the peer is shown as slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First wait at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is random, so that many do not come back at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Second wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Growing by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Longest wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start &amp;over after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection that was open for so long counts as stable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: anybody may answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it the peer is marked in the list for as long as it is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate &amp;authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers and Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User and password (basic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token (bearer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept apart from the file. $NAME takes it from the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name: value, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-p&amp;rotocols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; several with commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 proxy</source>
        <comment>what a secret is for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: ping frames are sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text message in place of each ping, for servers that answer no pings. %1 in it becomes something new each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any text message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression that the answer matches; %1 stands for the same again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::SettingRow</name>
    <message>
        <source>Own value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from Pongwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inherited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a value of its own, which no longer follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inherit it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>a setting, where it comes from, what the button does</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Settings</name>
    <message>
        <source>reading the URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty; a URL looks like wss://host/path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no scheme; write ws:// or wss:// in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port %1 is not between 1 and 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a valid URL (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scheme is %1; WebSocket URLs start with ws:// or wss://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a fragment (#%1), which RFC 6455 forbids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not of the form &apos;Name: value&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name has a character that RFC 9110 does not allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the WebSocket handshake sets it itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its value has a line break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its value has a character (U+%1) that a header can&apos;t carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is longer than %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expected answer is not a regular expression: %1, at character %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ShortTitle</name>
    <message>
        <source>TLS: certificate expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS: certificate not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS: certificate for another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS: certificate self-signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS: issuer not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS: certificate revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS: no common protocol version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS: client certificate refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS: the server does not speak it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial given up here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed here: program ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed here: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pong for %1: path silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pong for %1: peer silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pong for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open after %1: name lookup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open after %1: TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open after %1: proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open after %1: TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open after %1: upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer closed without a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer closed: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended without Close after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended before it was open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset before it was open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host name not resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handshake rejected: HTTP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handshake rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid answer to the handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol error of the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message too big</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::SocketStream</name>
    <message>
        <source>the server does not speak TLS: should the URL start with ws://? (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::StatusCounts</name>
    <message>
        <source>Peers by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only these peers (with Ctrl: these too)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::TcpDialer</name>
    <message>
        <source>the host has no address of the wanted family</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::TlsConfiguration</name>
    <message>
        <source>it holds no certificate in PEM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the client&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no private key in PEM that can be read without a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the trusted authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the client&apos;s certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no certificate that it belongs to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::TrayFeature</name>
    <message>
        <source>&amp;Show or Hide the Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pongwatch: the worst state is “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pongwatch: no peers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::TrialPanel</name>
    <message>
        <source>Dialling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not dialled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opened, and ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first ping took %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ping was not answered so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-protocol: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate was not verified: anybody may have answered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::TypedText</name>
    <message>
        <source>off</source>
        <comment>a limit that is not there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a time such as 20 s, 500 ms or 2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading a size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a size such as 1 MiB or 64 KiB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::ValueTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::WallFeature</name>
    <message>
        <source>&amp;Wall of Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every peer as a large tile over the whole screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::WallTile</name>
    <message>
        <source>again in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::WallView</name>
    <message>
        <source>Wall of peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pongwatch: wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>peers that have no tile</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::WindowActions</name>
    <message>
        <source>&amp;Add Peer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the &amp;Demo Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;Screenshot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching the selected peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reconnect Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ping &amp;Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart Follows the &amp;Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <comment>an edit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <comment>an edit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what an action does, its key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the selected peers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the selected peers&apos; connections and stay away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::WindowCommand</name>
    <message>
        <source>Watch the built-in demo peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start as a minimized window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s language, such as zh_CN (the system&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of the window, and end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to take the picture (5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watches WebSocket connections. Without a command it opens the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands (each has its own --help):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch connections without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run the demo peers for other clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window shows one workspace, and one was given already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no language; one looks like zh_CN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file&apos;s name must end in .png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is only of use with --screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no display to open a window on; pongwatch monitor needs none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping peers from the terminal, as ping(8) does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what is wrong in a workspace file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Wording</name>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <comment>a certificate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a stretch of time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this program was late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind other traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our bytes were not acknowledged: the path is silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our bytes were acknowledged: the peer is silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late pong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>no Close frame</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a close code, and what it is called</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>µs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::Workspace</name>
    <message>
        <source>must be at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object: { … }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list: [ … ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number or null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not have control characters in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most %1 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not known to this version and is left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be keychain:NAME or $VARIABLE; the secret itself does not belong into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a pair of texts: [&quot;Name&quot;, &quot;value&quot;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks like a secret in plain view; write keychain:NAME or $VARIABLE in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a password in it; put keychain:NAME or $VARIABLE into proxy_secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a regular expression: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is longer than %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name has a control character in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program has changed the file; it was left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file there was not read, so it was left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder %1 can&apos;t be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a workspace is an object: { &quot;pongwatch&quot;: 1, … }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing; a workspace starts with &quot;pongwatch&quot;: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1: the file is of a newer version of the program; this one reads %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more than %1 profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is the name of another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a user or password in it; these belong into auth</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::WorkspaceFeature</name>
    <message>
        <source>&amp;New Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open My &amp;Default Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Workspace &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Pongwatch</source>
        <comment>title: a file&apos;s name; [*] is the mark of changes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget These</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces (*.pongwatch);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Workspace As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces (*.pongwatch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The File Has Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has changed “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here there are changes too, which are not saved yet. Reloading can be undone; keeping yours replaces the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reloading can be undone; keeping yours replaces the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace has not been saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::WorkspaceProblems</name>
    <message>
        <source>Unreadable Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was left as it is. Until it can be read, what you add is kept in memory, and can be saved under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open in an Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read It Again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pongwatch::WorkspaceSession</name>
    <message>
        <source>taking over what another program wrote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
