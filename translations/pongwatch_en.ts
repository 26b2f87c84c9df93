<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Pongwatch::AgentCommand</name>
    <message numerus="yes">
        <source>Pongwatch %1 watches %n peer(s); metrics at %2, at most %3 series a peer.</source>
        <translation>
            <numerusform>Pongwatch %1 watches %n peer; metrics at %2, at most %3 series a peer.</numerusform>
            <numerusform>Pongwatch %1 watches %n peers; metrics at %2, at most %3 series a peer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Watching %n peer(s), metrics at %1</source>
        <translation>
            <numerusform>Watching %n peer, metrics at %1</numerusform>
            <numerusform>Watching %n peers, metrics at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertRuleText</name>
    <message numerus="yes">
        <source>, after %n failed dials</source>
        <translation>
            <numerusform>, after %n failed dial</numerusform>
            <numerusform>, after %n failed dials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the last %1 pings slow or missed</source>
        <translation>
            <numerusform>%n of the last %1 pings slow or missed</numerusform>
            <numerusform>%n of the last %1 pings slow or missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the last %1 pings missed</source>
        <translation>
            <numerusform>%n of the last %1 pings missed</numerusform>
            <numerusform>%n of the last %1 pings missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ends of connections or dials within %1</source>
        <translation>
            <numerusform>%n end of a connection or dial within %1</numerusform>
            <numerusform>%n ends of connections or dials within %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers in trouble</source>
        <translation>
            <numerusform>%n peer in trouble</numerusform>
            <numerusform>%n peers in trouble</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers have recovered</source>
        <translation>
            <numerusform>%n peer has recovered</numerusform>
            <numerusform>%n peers have recovered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the last %1 pings slow or missed</source>
        <translation>
            <numerusform>%n of the last %1 pings slow or missed</numerusform>
            <numerusform>%n of the last %1 pings slow or missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the last %1 pings missed</source>
        <translation>
            <numerusform>%n of the last %1 pings missed</numerusform>
            <numerusform>%n of the last %1 pings missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ends within %1</source>
        <comment>of connections and dials; a span of time</comment>
        <translation>
            <numerusform>%n end within %1</numerusform>
            <numerusform>%n ends within %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers behind it are down, too.</source>
        <translation>
            <numerusform>%n peer behind it is down, too.</numerusform>
            <numerusform>%n peers behind it are down, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are not watched for this any more</source>
        <translation>
            <numerusform>%n peer is not watched for this any more</numerusform>
            <numerusform>%n peers are not watched for this any more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertsPage</name>
    <message numerus="yes">
        <source>%n times of maintenance were imported.</source>
        <translation>
            <numerusform>%n time of maintenance was imported.</numerusform>
            <numerusform>%n times of maintenance were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more notes</source>
        <translation>
            <numerusform>%n more note</numerusform>
            <numerusform>%n more notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::Application</name>
    <message numerus="yes">
        <source>removing %n peers</source>
        <translation>
            <numerusform>removing %n peer</numerusform>
            <numerusform>removing %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pausing %n peers</source>
        <translation>
            <numerusform>pausing %n peer</numerusform>
            <numerusform>pausing %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>resuming %n peers</source>
        <translation>
            <numerusform>resuming %n peer</numerusform>
            <numerusform>resuming %n peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::BlockingClient</name>
    <message numerus="yes">
        <source>%n message(s) were dropped because the queue was full</source>
        <translation>
            <numerusform>%n message came while the queue was full, and is gone</numerusform>
            <numerusform>%n messages came while the queue was full, and are gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartFlags</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartLegend</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartPane</name>
    <message numerus="yes">
        <source>%n timeout(s)</source>
        <translation>
            <numerusform>%n timeout</numerusform>
            <numerusform>%n timeouts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartReadout</name>
    <message numerus="yes">
        <source>%n timeout(s)</source>
        <translation>
            <numerusform>%n timeout</numerusform>
            <numerusform>%n timeouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ping(s) in %1</source>
        <translation>
            <numerusform>%n ping in %1</numerusform>
            <numerusform>%n pings in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ClientNotes</name>
    <message numerus="yes">
        <source>%Ln addresses of this name had not been tried: QWebSocket tries them one after the other, 30 s each; the client wire tries them side by side.</source>
        <translation>
            <numerusform>%Ln address of this name had not been tried: QWebSocket tries them one after the other, 30 s each; the client wire tries them side by side.</numerusform>
            <numerusform>%Ln addresses of this name had not been tried: QWebSocket tries them one after the other, 30 s each; the client wire tries them side by side.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ClosePeerDialog</name>
    <message numerus="yes">
        <source>%n peers receive this Close frame and stay closed until they are resumed or reconnected.</source>
        <translation>
            <numerusform>%n peer receives this Close frame and stays closed until it is resumed or reconnected.</numerusform>
            <numerusform>%n peers receive this Close frame and stay closed until they are resumed or reconnected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::DeliveryFeature</name>
    <message numerus="yes">
        <source>%n alerts not delivered</source>
        <translation>
            <numerusform>%n alert not delivered</numerusform>
            <numerusform>%n alerts not delivered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventFoldModel</name>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%n peer</numerusform>
            <numerusform>%n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times, last: %1</source>
        <extracomment>%1 what happened the last time</extracomment>
        <translation>
            <numerusform>once: %1</numerusform>
            <numerusform>%n times, last: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventHistoryBar</name>
    <message numerus="yes">
        <source>%n event(s) found.</source>
        <translation>
            <numerusform>%n event found.</numerusform>
            <numerusform>%n events found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) found since %1; there are more.</source>
        <translation>
            <numerusform>%n event found since %1; there are more.</numerusform>
            <numerusform>%n events found since %1; there are more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ExchangeFeature</name>
    <message numerus="yes">
        <source>adding %n peers</source>
        <translation>
            <numerusform>adding %n peer</numerusform>
            <numerusform>adding %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commands copied, without secrets.</source>
        <translation>
            <numerusform>%n command was copied, without secrets.</numerusform>
            <numerusform>%n commands were copied, without secrets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::Explanation</name>
    <message numerus="yes">
        <source>The server&apos;s TCP stack acknowledged %Ln pings</source>
        <translation>
            <numerusform>The server&apos;s TCP stack acknowledged %Ln ping</numerusform>
            <numerusform>The server&apos;s TCP stack acknowledged %Ln pings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after %Ln retransmissions</source>
        <translation>
            <numerusform>after %Ln retransmission</numerusform>
            <numerusform>after %Ln retransmissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln segments are still unacknowledged %1</source>
        <translation>
            <numerusform>%Ln segment is still unacknowledged %1</numerusform>
            <numerusform>%Ln segments are still unacknowledged %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pings are unanswered</source>
        <translation>
            <numerusform>one ping is unanswered</numerusform>
            <numerusform>%Ln pings are unanswered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %Ln ends looked like this.</source>
        <translation>
            <numerusform>%1 of the last %Ln end looked like this.</numerusform>
            <numerusform>%1 of the last %Ln ends looked like this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pongs came with other payloads than their pings had, or with none</source>
        <translation>
            <numerusform>%Ln pong came with another payload than its ping had, or with none</numerusform>
            <numerusform>%Ln pongs came with other payloads than their pings had, or with none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln such messages had come in this connection.</source>
        <translation>
            <numerusform>%Ln such message had come in this connection.</numerusform>
            <numerusform>%Ln such messages had come in this connection.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The proxy&apos;s TCP stack acknowledged %Ln pings</source>
        <translation>
            <numerusform>The proxy&apos;s TCP stack acknowledged %Ln ping</numerusform>
            <numerusform>The proxy&apos;s TCP stack acknowledged %Ln pings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::FindingSentence</name>
    <message numerus="yes">
        <source>%n connections in the history show no limit of age; the oldest was open for %1.</source>
        <translation>
            <numerusform>%n connection in the history shows no limit of age; it was open for %1.</numerusform>
            <numerusform>%n connections in the history show no limit of age; the oldest was open for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n connections that the other side ended, %1 ended at an age of %2, within %3, %4.</source>
        <translation>
            <numerusform>Of %n connection that the other side ended, %1 ended at an age of %2, within %3, %4.</numerusform>
            <numerusform>Of %n connections that the other side ended, %1 ended at an age of %2, within %3, %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::Fleet</name>
    <message numerus="yes">
        <source>%n peers are down from all vantages that tell</source>
        <translation>
            <numerusform>%n peer is down from all vantages that tell</numerusform>
            <numerusform>%n peers are down from all vantages that tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are down from some vantages, up from others.</source>
        <translation>
            <numerusform>%n peer is down from some vantages, up from others.</numerusform>
            <numerusform>%n peers are down from some vantages, up from others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n peers are up</source>
        <translation>
            <numerusform>The only peer is up</numerusform>
            <numerusform>All %n peers are up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 from all %n vantages.</source>
        <translation>
            <numerusform>%1 from the only vantage.</numerusform>
            <numerusform>%1 from all %n vantages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::FleetBar</name>
    <message numerus="yes">
        <source>%n vantages</source>
        <translation>
            <numerusform>%n vantage</numerusform>
            <numerusform>%n vantages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n peers more than can be listed</source>
        <translation>
            <numerusform>%1; %n peer more than can be listed</numerusform>
            <numerusform>%1; %n peers more than can be listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::FrameText</name>
    <message numerus="yes">
        <source>%n frames not shown</source>
        <translation>
            <numerusform>%n frame not shown</numerusform>
            <numerusform>%n frames not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames left out: they were not kept, or not whole</source>
        <translation>
            <numerusform>%n frame left out: it was not kept, or not whole</numerusform>
            <numerusform>%n frames left out: they were not kept, or not whole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::FramesPane</name>
    <message numerus="yes">
        <source>%n rows, %1</source>
        <comment>of the list of frames, size</comment>
        <translation>
            <numerusform>%n row, %1</numerusform>
            <numerusform>%n rows, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <comment>of the list of frames</comment>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::HeatMapView</name>
    <message numerus="yes">
        <source>%n round trip(s)</source>
        <translation>
            <numerusform>%n round trip</numerusform>
            <numerusform>%n round trips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n timeout(s)</source>
        <translation>
            <numerusform>%n timeout</numerusform>
            <numerusform>%n timeouts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::HistoryCommand</name>
    <message numerus="yes">
        <source>%1: format %2, %3 bytes, %n run(s) of the program</source>
        <translation>
            <numerusform>%1: format %2, %3 bytes, %n run of the program</numerusform>
            <numerusform>%1: format %2, %3 bytes, %n runs of the program</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::HistoryPage</name>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::HopsView</name>
    <message numerus="yes">
        <source>%n trace(s); up to %1</source>
        <translation>
            <numerusform>%n trace; up to %1</numerusform>
            <numerusform>%n traces; up to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ImportCommand</name>
    <message numerus="yes">
        <source>%n header(s)</source>
        <translation>
            <numerusform>%n header</numerusform>
            <numerusform>%n headers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s)</source>
        <translation>
            <numerusform>%n secret</numerusform>
            <numerusform>%n secrets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ImportPreview</name>
    <message numerus="yes">
        <source>%n peers were understood</source>
        <translation>
            <numerusform>%n peer was understood</numerusform>
            <numerusform>%n peers were understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were not understood and are left out:</source>
        <translation>
            <numerusform>%n entry was not understood and is left out:</numerusform>
            <numerusform>%n entries were not understood and are left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n headers</source>
        <translation>
            <numerusform>%n header</numerusform>
            <numerusform>%n headers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secrets</source>
        <translation>
            <numerusform>%n secret</numerusform>
            <numerusform>%n secrets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sub-protocols</source>
        <translation>
            <numerusform>%n sub-protocol</numerusform>
            <numerusform>%n sub-protocols</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n peers</source>
        <translation>
            <numerusform>&amp;Add %n peer</numerusform>
            <numerusform>&amp;Add %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more pieces say nothing about a connection.</source>
        <translation>
            <numerusform>%n more piece says nothing about a connection.</numerusform>
            <numerusform>%n more pieces say nothing about a connection.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at twice</source>
        <translation>
            <numerusform>%n to look at twice</numerusform>
            <numerusform>%n to look at twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::MessageComposer</name>
    <message numerus="yes">
        <source>Stopped repeating after %n times.</source>
        <translation>
            <numerusform>Stopped repeating after sending it once.</numerusform>
            <numerusform>Stopped repeating after %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send the message again and again, at most %n times</source>
        <translation>
            <numerusform>Send the message once more</numerusform>
            <numerusform>Send the message again and again, at most %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::OutputStream</name>
    <message numerus="yes">
        <source>%n line(s) are missing: nothing read them</source>
        <translation>
            <numerusform>%n line is missing: nothing read it</numerusform>
            <numerusform>%n lines are missing: nothing read them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::PanelView</name>
    <message numerus="yes">
        <source>%n more selected</source>
        <translation>
            <numerusform>%n more selected</numerusform>
            <numerusform>%n more selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::PathFeature</name>
    <message numerus="yes">
        <source>Tracing the network paths to %n peers…</source>
        <translation>
            <numerusform>Tracing the network path to %n peer…</numerusform>
            <numerusform>Tracing the network paths to %n peers…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::PathSentence</name>
    <message numerus="yes">
        <source>%n hop(s)</source>
        <translation>
            <numerusform>%n hop</numerusform>
            <numerusform>%n hops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hop(s) %1 answer(s) only a part of the probes, yet nothing is lost behind: that is a router&apos;s limit on such answers, no loss.</source>
        <translation>
            <numerusform>Hop %1 answers only a part of the probes, yet nothing is lost behind: that is a router&apos;s limit on such answers, no loss.</numerusform>
            <numerusform>Hops %1 answer only a part of the probes, yet nothing is lost behind: that is the routers&apos; limit on such answers, no loss.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerChecklist</name>
    <message numerus="yes">
        <source>%L1 of %n peers</source>
        <translation>
            <numerusform>%L1 of %n peer</numerusform>
            <numerusform>%L1 of %n peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerFleet</name>
    <message numerus="yes">
        <source>The keychain has not answered yet: %n peers are waiting for their secrets. You may need to unlock it.</source>
        <translation>
            <numerusform>The keychain has not answered yet: %n peer is waiting for its secret. You may need to unlock it.</numerusform>
            <numerusform>The keychain has not answered yet: %n peers are waiting for their secrets. You may need to unlock it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are not connected because their secrets are missing.</source>
        <translation>
            <numerusform>%n peer is not connected because its secret is missing.</numerusform>
            <numerusform>%n peers are not connected because their secrets are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ProfileEditor</name>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%n peer</numerusform>
            <numerusform>%n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers: only the settings you edit are changed</source>
        <translation>
            <numerusform>%n peer: only the settings you edit are changed</numerusform>
            <numerusform>%n peers: only the settings you edit are changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ProfileFeature</name>
    <message numerus="yes">
        <source>editing %n peers</source>
        <translation>
            <numerusform>editing %n peer</numerusform>
            <numerusform>editing %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>duplicating %n peers</source>
        <translation>
            <numerusform>duplicating %n peer</numerusform>
            <numerusform>duplicating %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moving %n peers to “%1”</source>
        <translation>
            <numerusform>moving %n peer to “%1”</numerusform>
            <numerusform>moving %n peers to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tagging %n peers “%1”</source>
        <translation>
            <numerusform>tagging %n peer “%1”</numerusform>
            <numerusform>tagging %n peers “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing %n peers from their groups</source>
        <translation>
            <numerusform>removing %n peer from its group</numerusform>
            <numerusform>removing %n peers from their groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing the tag “%1” from %n peers</source>
        <translation>
            <numerusform>removing the tag “%1” from %n peer</numerusform>
            <numerusform>removing the tag “%1” from %n peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::Report</name>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%n peer</numerusform>
            <numerusform>%n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outages, longest %1</source>
        <translation>
            <numerusform>%n outage, longest %1</numerusform>
            <numerusform>%n outages, longest %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times until %1</source>
        <translation>
            <numerusform>once until %1</numerusform>
            <numerusform>%n times until %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were dropped after %1 of silence, as by a proxy&apos;s idle limit</source>
        <translation>
            <numerusform>all %n connections were dropped after %1 of silence, as by a proxy&apos;s idle limit</numerusform>
            <numerusform>all %n connections were dropped after %1 of silence, as by a proxy&apos;s idle limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were closed by the peer with %1</source>
        <translation>
            <numerusform>all %n connections were closed by the peer with %1</numerusform>
            <numerusform>all %n connections were closed by the peer with %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were lost because the network path fell silent</source>
        <translation>
            <numerusform>all %n connections were lost because the network path fell silent</numerusform>
            <numerusform>all %n connections were lost because the network path fell silent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were given up because the peer stopped answering pings</source>
        <translation>
            <numerusform>all %n connections were given up because the peer stopped answering pings</numerusform>
            <numerusform>all %n connections were given up because the peer stopped answering pings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were given up because pings were not answered</source>
        <translation>
            <numerusform>all %n connections were given up because pings were not answered</numerusform>
            <numerusform>all %n connections were given up because pings were not answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were dropped without a Close frame</source>
        <translation>
            <numerusform>all %n connections were dropped without a Close frame</numerusform>
            <numerusform>all %n connections were dropped without a Close frame</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n dials failed: %1</source>
        <translation>
            <numerusform>all %n dials failed: %1</numerusform>
            <numerusform>all %n dials failed: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n connections ended alike: %1</source>
        <translation>
            <numerusform>all %n connections ended alike: %1</numerusform>
            <numerusform>all %n connections ended alike: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) of pings can&apos;t be read</source>
        <translation>
            <numerusform>%n chunk of pings can&apos;t be read</numerusform>
            <numerusform>%n chunks of pings can&apos;t be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of chart buckets can&apos;t be read</source>
        <translation>
            <numerusform>%n page of chart buckets can&apos;t be read</numerusform>
            <numerusform>%n pages of chart buckets can&apos;t be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the journal, the newest pings, can&apos;t be read</source>
        <translation>
            <numerusform>%n row of the journal, the newest pings, can&apos;t be read</numerusform>
            <numerusform>%n rows of the journal, the newest pings, can&apos;t be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) can&apos;t be read</source>
        <translation>
            <numerusform>%n event can&apos;t be read</numerusform>
            <numerusform>%n events can&apos;t be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n ping(s) are missing from the figures</source>
        <translation>
            <numerusform>%1; %n ping are missing from the figures</numerusform>
            <numerusform>%1; %n pings are missing from the figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of peers</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Half of %n alerts were told within %1, acknowledged %2 later, and over %3 after the trouble began.</source>
        <translation>
            <numerusform>%n alert was told within %1, acknowledged %2 later, and over %3 after the trouble began.</numerusform>
            <numerusform>Half of %n alerts were told within %1, acknowledged %2 later, and over %3 after the trouble began.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ReportFeature</name>
    <message numerus="yes">
        <source>Saved %n files in %1.</source>
        <translation>
            <numerusform>Saved %n file in %1.</numerusform>
            <numerusform>Saved %n files in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ReportScheduleFeature</name>
    <message numerus="yes">
        <source>Saved %n files in %1.</source>
        <translation>
            <numerusform>Saved %n file in %1.</numerusform>
            <numerusform>Saved %n files in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Retrying every %n minutes.</source>
        <extracomment>after a sentence that says what went wrong</extracomment>
        <translation>
            <numerusform>%1 Retrying every minute.</numerusform>
            <numerusform>%1 Retrying every %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::RescueFeature</name>
    <message numerus="yes">
        <source>They were saved separately at %1, with %n peers. Restoring them can be undone.</source>
        <translation>
            <numerusform>They were saved separately at %1, with %n peer. Restoring them can be undone.</numerusform>
            <numerusform>They were saved separately at %1, with %n peers. Restoring them can be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::RunDelivery</name>
    <message numerus="yes">
        <source>%n alerts could not be delivered</source>
        <translation>
            <numerusform>%n alert could not be delivered</numerusform>
            <numerusform>%n alerts could not be delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts are not delivered yet, and are kept for the next run with this workspace</source>
        <translation>
            <numerusform>%n alert is not delivered yet, and is kept for the next run with this workspace</numerusform>
            <numerusform>%n alerts are not delivered yet, and are kept for the next run with this workspace</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::SelectionPage</name>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <comment>peers</comment>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::SituationText</name>
    <message numerus="yes">
        <source>All %Ln peers answer.</source>
        <translation>
            <numerusform>The peer answers.</numerusform>
            <numerusform>All %Ln peers answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All peers answer, %Ln of them slowly.</source>
        <translation>
            <numerusform>All peers answer, one of them slowly.</numerusform>
            <numerusform>All peers answer, %Ln of them slowly.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln peers are in trouble</source>
        <translation>
            <numerusform>The only peer is in trouble</numerusform>
            <numerusform>All %Ln peers are in trouble</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 peers are in trouble</source>
        <translation>
            <numerusform>%Ln of %1 peers is in trouble</numerusform>
            <numerusform>%Ln of %1 peers are in trouble</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln peers are connected; no ping has been answered yet.</source>
        <translation>
            <numerusform>The peer is connected; no ping has been answered yet.</numerusform>
            <numerusform>All %Ln peers are connected; no ping has been answered yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 peers are connected; %Ln have not answered a ping yet.</source>
        <translation>
            <numerusform>All %1 peers are connected; %Ln has not answered a ping yet.</numerusform>
            <numerusform>All %1 peers are connected; %Ln have not answered a ping yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln peers at %1 have been in trouble for %2; peers elsewhere answer.</source>
        <extracomment>%1 an address, %2 a duration</extracomment>
        <translation>
            <numerusform>The peer at %1 has been in trouble for %2; peers elsewhere answer.</numerusform>
            <numerusform>All %Ln peers at %1 have been in trouble for %2; peers elsewhere answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln peers at %1 addresses have been in trouble for %2.</source>
        <extracomment>%1 a number of addresses, %2 a duration</extracomment>
        <translation>
            <numerusform>The peer at %1 addresses has been in trouble for %2.</numerusform>
            <numerusform>All %Ln peers at %1 addresses have been in trouble for %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::TroubleListModel</name>
    <message numerus="yes">
        <source>%Ln peers</source>
        <translation>
            <numerusform>%Ln peer</numerusform>
            <numerusform>%Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln peers</source>
        <extracomment>%1 a group</extracomment>
        <translation>
            <numerusform>%1: %Ln peer</numerusform>
            <numerusform>%1: %Ln peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::VantageRows</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::WallField</name>
    <message numerus="yes">
        <source>%n more peer(s)</source>
        <comment>that have no tile</comment>
        <translation>
            <numerusform>%n more peer</numerusform>
            <numerusform>%n more peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::WallView</name>
    <message numerus="yes">
        <source>%n more in trouble, below the tiles</source>
        <translation>
            <numerusform>%n more in trouble, below the tiles</numerusform>
            <numerusform>%n more in trouble, below the tiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>peers that have no place</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::Wording</name>
    <message numerus="yes">
        <source>Lost %Ln times in %1: %2</source>
        <extracomment>%1 a duration, %2 how the newest connection ended</extracomment>
        <translation>
            <numerusform>Lost %Ln time in %1: %2</numerusform>
            <numerusform>Lost %Ln times in %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connections come about and are lost again: %Ln times in the last %1. The newest: %2</source>
        <extracomment>%1 a duration, %2 a sentence about how the newest connection ended</extracomment>
        <translation>
            <numerusform>Connections come about and are lost again: %Ln time in the last %1. The newest: %2</numerusform>
            <numerusform>Connections come about and are lost again: %Ln times in the last %1. The newest: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::WorkspaceFeature</name>
    <message numerus="yes">
        <source>%n secrets are not in the keychain yet.</source>
        <translation>
            <numerusform>%n secret is not in the keychain yet.</numerusform>
            <numerusform>%n secrets are not in the keychain yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
