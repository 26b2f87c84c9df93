<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Pongwatch::AddPeerBar</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>URL of a peer to add</source>
        <translation>要添加的对端 URL</translation>
    </message>
    <message>
        <source>Add a peer: wss://example.org/socket</source>
        <translation>添加对端：wss://example.org/socket</translation>
    </message>
    <message>
        <source>Return adds %1</source>
        <translation>按回车键添加 %1</translation>
    </message>
    <message>
        <source>How the URL is used</source>
        <translation>URL 将如何处理</translation>
    </message>
    <message>
        <source>Return shows the peers that are in it</source>
        <translation>按回车键显示其中的对端</translation>
    </message>
    <message>
        <source>there is no URL in it</source>
        <translation>其中没有 URL</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AgentAlone</name>
    <message>
        <source>a command is missing; pongwatch-agent --help lists them</source>
        <translation>缺少命令；pongwatch-agent --help 列出所有命令</translation>
    </message>
    <message>
        <source>there is no such command; pongwatch-agent --help lists them</source>
        <translation>没有这个命令；pongwatch-agent --help 列出所有命令</translation>
    </message>
    <message>
        <source>Watches WebSocket connections on machines without a desktop: all of Pongwatch&apos;s commands, and no window.</source>
        <translation>在没有桌面的机器上监视 WebSocket 连接：有 Pongwatch 的所有命令，没有窗口。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AgentCommand</name>
    <message>
        <source>Closing connections</source>
        <translation>正在关闭连接</translation>
    </message>
    <message numerus="yes">
        <source>Pongwatch %1 watches %n peer(s); metrics at %2, at most %3 series a peer.</source>
        <translation>
            <numerusform>Pongwatch %1 正在监视 %n 个对端；指标位于 %2，每个对端最多 %3 个序列。</numerusform>
        </translation>
    </message>
    <message>
        <source>The workspace was read again: peers added %1, changed %2, removed %3, unchanged %4.</source>
        <translation>已重新读取工作区：对端新增 %1，更改 %2，移除 %3，未变 %4。</translation>
    </message>
    <message>
        <source>%1. The peers stay as they were.</source>
        <translation>%1。对端保持不变。</translation>
    </message>
    <message numerus="yes">
        <source>Watching %n peer(s), metrics at %1</source>
        <translation>
            <numerusform>正在监视 %n 个对端，指标位于 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>agent takes no URLs; the peers are those of --workspace</source>
        <translation>agent 不接受 URL；对端由 --workspace 指定</translation>
    </message>
    <message>
        <source>agent needs --workspace and --metrics</source>
        <translation>agent 需要 --workspace 和 --metrics</translation>
    </message>
    <message>
        <source>Watches the peers of a workspace as a service and serves what it measures to Prometheus. SIGHUP makes it read the workspace again; SIGTERM ends it.</source>
        <translation>作为服务监视工作区中的对端，并向 Prometheus 提供测量结果。收到 SIGHUP 时重新读取工作区，收到 SIGTERM 时结束。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertCommand</name>
    <message>
        <source>The workspace with the channel (the window&apos;s own)</source>
        <translation>包含该渠道的工作区（默认为窗口的工作区）</translation>
    </message>
    <message>
        <source>Let the workspace run its commands and send to its hosts</source>
        <translation>允许工作区运行其中的命令并向其中的主机发送</translation>
    </message>
    <message>
        <source>Let the workspace have this environment variable; can be repeated</source>
        <translation>允许工作区使用此环境变量；可重复指定</translation>
    </message>
    <message>
        <source>A sentence for people, or a JSON object (text)</source>
        <translation>供人阅读的一句话，或一个 JSON 对象（默认 text）</translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>desktop notifications are shown by the window; try them there</source>
        <translation>桌面通知由窗口显示，请在窗口中测试</translation>
    </message>
    <message>
        <source>there is no channel “%1” in %2; it has: %3</source>
        <translation>%2 中没有名为“%1”的渠道；现有：%3</translation>
    </message>
    <message>
        <source>reading the option</source>
        <translation>读取选项</translation>
    </message>
    <message>
        <source>“%1” is neither “text” nor “jsonl”</source>
        <translation>“%1”既不是“text”也不是“jsonl”</translation>
    </message>
    <message>
        <source>expected “test” and the name of a channel</source>
        <translation>需要 “test” 和渠道名称</translation>
    </message>
    <message>
        <source>“%1” accepted the test.</source>
        <translation>“%1”已接受测试告警。</translation>
    </message>
    <message>
        <source>“%1” did not accept the test: %2</source>
        <translation>“%1”未接受测试告警：%2</translation>
    </message>
    <message>
        <source>Sends a test through one of the channels by which alerts are sent, and says what became of it.</source>
        <translation>通过一个告警渠道发送测试告警，并报告结果。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertFeature</name>
    <message>
        <source>M&amp;ute</source>
        <translation>静音(&amp;U)</translation>
    </message>
    <message>
        <source>Mute alerts for the selected peers</source>
        <translation>所选对端出现问题时不发出任何告警</translation>
    </message>
    <message>
        <source>Mute &amp;For</source>
        <translation>静音时长(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;1 Hour</source>
        <translation>1 小时(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;4 Hours</source>
        <translation>4 小时(&amp;4)</translation>
    </message>
    <message>
        <source>&amp;24 Hours</source>
        <translation>24 小时(&amp;2)</translation>
    </message>
    <message>
        <source>Until &amp;%1</source>
        <comment>a moment, such as 9:00</comment>
        <translation>到 %1(&amp;T)</translation>
    </message>
    <message>
        <source>Until I &amp;Unmute</source>
        <translation>直到我取消静音(&amp;U)</translation>
    </message>
    <message>
        <source>Un&amp;mute</source>
        <translation>取消静音(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertListModel</name>
    <message>
        <source>Rule: %1</source>
        <comment>the name of a rule for alerts</comment>
        <translation>规则：%1</translation>
    </message>
    <message>
        <source>Peers: %1</source>
        <translation>对端：%1</translation>
    </message>
    <message>
        <source>Told %1 after the trouble began</source>
        <comment>a span of time</comment>
        <translation>故障开始 %1后告警</translation>
    </message>
    <message>
        <source>Escalated: %1</source>
        <comment>a moment</comment>
        <translation>已升级：%1</translation>
    </message>
    <message>
        <source>Acknowledged %1 later</source>
        <comment>a span of time</comment>
        <translation>%1后确认</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Delivered by %1</source>
        <comment>the name of a way</comment>
        <translation>已通过 %1 送达</translation>
    </message>
    <message>
        <source>Not delivered by %1: %2</source>
        <comment>the name of a way; why</comment>
        <translation>未能通过 %1 送达：%2</translation>
    </message>
    <message>
        <source>Over</source>
        <comment>an alert</comment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Not seen to end</source>
        <comment>an alert: the program was not running</comment>
        <translation>未见结束</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <comment>an alert</comment>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Open, escalated</source>
        <comment>an alert</comment>
        <translation>未结束，已升级</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>an alert</comment>
        <translation>未结束</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>a span of time</comment>
        <translation>在 %1 之后</translation>
    </message>
    <message>
        <source>Told</source>
        <comment>when an alert was told</comment>
        <translation>告警时间</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertPageFeature</name>
    <message>
        <source>&amp;Alerts</source>
        <translation>告警(&amp;A)</translation>
    </message>
    <message>
        <source>Show the alerts of the last 30 days, to acknowledge them or look at their moments</source>
        <translation>显示最近 30 天的告警，以便确认或查看当时的情况</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Acknowledge Alert</source>
        <translation>确认告警</translation>
    </message>
    <message>
        <source>Who looks after it, and what is being done (may be empty):</source>
        <translation>由谁处理、正在做什么（可留空）：</translation>
    </message>
    <message>
        <source>This alert is over already.</source>
        <translation>此告警已经结束。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertRuleText</name>
    <message>
        <source> or </source>
        <comment>between states</comment>
        <translation>或</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>states; a span of time</comment>
        <translation>%1（用于 %2）</translation>
    </message>
    <message numerus="yes">
        <source>, after %n failed dials</source>
        <translation>
            <numerusform>，且 %n 次拨号失败后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the last %1 pings slow or missed</source>
        <translation>
            <numerusform>最近 %1 次 Ping 中有 %n 次缓慢或无应答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the last %1 pings missed</source>
        <translation>
            <numerusform>最近 %1 次 Ping 中有 %n 次无应答</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 above %2 over %3</source>
        <comment>a figure; its limit; a span of time</comment>
        <translation>%3内%1高于 %2</translation>
    </message>
    <message>
        <source>%1 over %2 above %3 times the usual at this time of the day</source>
        <comment>a figure; a span of time; a number</comment>
        <translation>%2内%1高于每天此时通常值的 %3 倍</translation>
    </message>
    <message>
        <source>Error budget used %1 times as fast as it lasts, over %2 and %3</source>
        <comment>a number; two spans of time</comment>
        <translation>%2 与 %3内错误预算的消耗速度达可持续速度的 %1 倍</translation>
    </message>
    <message numerus="yes">
        <source>%n ends of connections or dials within %1</source>
        <translation>
            <numerusform>%1内连接或拨号结束 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate expires within %1</source>
        <translation>证书在 %1内到期</translation>
    </message>
    <message>
        <source>%1 of a group down</source>
        <comment>a percentage</comment>
        <translation>分组中 %1 中断</translation>
    </message>
    <message>
        <source>This machine is late by more than %1</source>
        <translation>本机延迟超过 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two moments or times of the day</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 open (of %2)</source>
        <comment>a share of time; what it should be</comment>
        <translation>连接时间占比 %1（应为 %2）</translation>
    </message>
    <message>
        <source>%1 of pings within %2 (of %3)</source>
        <comment>a share; a latency; what it should be</comment>
        <translation>%1 的 ping 在 %2 以内（应为 %3）</translation>
    </message>
    <message>
        <source>nothing is known yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>%1 of its error budget left</source>
        <comment>a percentage</comment>
        <translation>错误预算剩余 %1</translation>
    </message>
    <message>
        <source>missed: its error budget is used up</source>
        <translation>未达成：错误预算已用尽</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an objective; how it stands</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Down</source>
        <comment>a state: not connected, silent or stale</comment>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Timed out</source>
        <comment>a state</comment>
        <translation>超时</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>a state: down, and not dialled again</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Slow</source>
        <comment>a state</comment>
        <translation>慢</translation>
    </message>
    <message>
        <source>Flapping</source>
        <comment>a state</comment>
        <translation>反复断连</translation>
    </message>
    <message>
        <source>Stale</source>
        <comment>a state: its feed has stopped</comment>
        <translation>数据流中断</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>丢失率</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>P50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n peers in trouble</source>
        <translation>
            <numerusform>%n 个对端出现问题</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>peer: state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>自 %1起。</translation>
    </message>
    <message numerus="yes">
        <source>%n peers have recovered</source>
        <translation>
            <numerusform>%n 个对端已恢复</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has recovered</source>
        <comment>a peer&apos;s name</comment>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>It had been in trouble for %1.</source>
        <translation>问题持续了 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the last %1 pings slow or missed</source>
        <translation>
            <numerusform>最近 %1 次 Ping 中有 %n 次缓慢或无应答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the last %1 pings missed</source>
        <translation>
            <numerusform>最近 %1 次 Ping 中有 %n 次无应答</numerusform>
        </translation>
    </message>
    <message>
        <source>loss %1 over %2</source>
        <comment>a percentage; a span of time</comment>
        <translation>丢失率 %1（%2内）</translation>
    </message>
    <message>
        <source>p50 %1 over %2</source>
        <comment>a latency; a span of time</comment>
        <translation>P50 %1（%2内）</translation>
    </message>
    <message>
        <source>p95 %1 over %2</source>
        <comment>a latency; a span of time</comment>
        <translation>P95 %1（%2内）</translation>
    </message>
    <message>
        <source>jitter %1 over %2</source>
        <comment>a latency; a span of time</comment>
        <translation>抖动 %1（%2内）</translation>
    </message>
    <message numerus="yes">
        <source>%n ends within %1</source>
        <comment>of connections and dials; a span of time</comment>
        <translation>
            <numerusform>%1内断开 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>its certificate expires in %1</source>
        <translation>证书将在 %1后过期</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>names</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>peer: why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>They are told together, since there were many alerts within an hour.</source>
        <translation>一小时内告警较多，因此合并通知。</translation>
    </message>
    <message numerus="yes">
        <source>%n peers behind it are down, too.</source>
        <translation>
            <numerusform>其后的 %n 个对端也已断开。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of all peers are down</source>
        <comment>a percentage</comment>
        <translation>全部对端中有 %1 已断开</translation>
    </message>
    <message>
        <source>%1: %2 of its peers are down</source>
        <comment>a group; a percentage</comment>
        <translation>%1：其中 %2 的对端已断开</translation>
    </message>
    <message>
        <source>Among them: %1.</source>
        <translation>其中包括：%1。</translation>
    </message>
    <message>
        <source>This machine is late</source>
        <translation>本机处理延迟</translation>
    </message>
    <message>
        <source>The program handled events up to %1 too late. What it measured meanwhile is not reliable, and alerts about peers are held back.</source>
        <translation>本程序处理事件最多晚了 %1。其间的测量结果不可靠，有关对端的告警暂缓发出。</translation>
    </message>
    <message>
        <source>This machine keeps up again</source>
        <translation>本机处理已恢复正常</translation>
    </message>
    <message>
        <source>All peers</source>
        <translation>所有对端</translation>
    </message>
    <message numerus="yes">
        <source>%n peers are not watched for this any more</source>
        <translation>
            <numerusform>已不再针对此项监测 %n 个对端</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what; names</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1, usually %2 at this time of the day</source>
        <comment>a figure over a time; a value</comment>
        <translation>%1，每天此时通常为 %2</translation>
    </message>
    <message>
        <source>its error budget is used %1 times as fast as it lasts, over %2</source>
        <comment>a number; a span of time</comment>
        <translation>%2内其错误预算的消耗速度达可持续速度的 %1 倍</translation>
    </message>
    <message>
        <source>Not acknowledged for %1: %2</source>
        <comment>a span of time; what is wrong</comment>
        <translation>%1 未确认：%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertsCommand</name>
    <message>
        <source>Read the alerts from this file (that of the window)</source>
        <translation>从此文件读取告警（默认为窗口所用文件）</translation>
    </message>
    <message>
        <source>Start of the range: 2026-11-01, 2026-11-01T08:00:00Z, -24h, -7d, today, yesterday (-7d)</source>
        <translation>范围的开始:2026-11-01、2026-11-01T08:00:00Z、-24h、-7d、today、yesterday(-7d)</translation>
    </message>
    <message>
        <source>End of the range; a date means its midnight (now)</source>
        <translation>范围的结束；日期表示当日零点（现在）</translation>
    </message>
    <message>
        <source>Only alerts about this peer (all). Repeatable.</source>
        <translation>仅此对端的告警（全部）。可重复。</translation>
    </message>
    <message>
        <source>How: for people, or as JSON lines (lines)</source>
        <translation>格式：供人阅读，或 JSON 行(lines)</translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>alerts takes options only</source>
        <translation>alerts 只接受选项</translation>
    </message>
    <message>
        <source>reading the option</source>
        <translation>读取选项</translation>
    </message>
    <message>
        <source>“%1” is neither lines nor jsonl</source>
        <translation>“%1”既不是 lines 也不是 jsonl</translation>
    </message>
    <message>
        <source>acknowledged after %1</source>
        <translation>%1后确认</translation>
    </message>
    <message>
        <source>acknowledged after %1: %2</source>
        <translation>%1后确认：%2</translation>
    </message>
    <message>
        <source>over after %1</source>
        <translation>%1后结束</translation>
    </message>
    <message>
        <source>not known to be over</source>
        <translation>未知是否结束</translation>
    </message>
    <message>
        <source>reading the history</source>
        <translation>读取历史记录</translation>
    </message>
    <message>
        <source>Lists the alerts that the history has, when each was acknowledged, and when it was over.</source>
        <translation>列出历史中的告警，以及各自何时确认、何时结束。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertsPage</name>
    <message>
        <source>%1 open</source>
        <comment>a percentage of the time</comment>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>%1 of pings within %2</source>
        <comment>a percentage; a latency</comment>
        <translation>%1 的 ping 在 %2 以内</translation>
    </message>
    <message>
        <source>%1, over %2</source>
        <comment>what is to be reached; a span of time</comment>
        <translation>%1，周期 %2</translation>
    </message>
    <message>
        <source>own</source>
        <comment>a rule that is said here</comment>
        <translation>自有</translation>
    </message>
    <message>
        <source>group %1</source>
        <comment>where a rule is said</comment>
        <translation>分组 %1</translation>
    </message>
    <message>
        <source>workspace</source>
        <comment>where a rule is said</comment>
        <translation>工作区</translation>
    </message>
    <message>
        <source>own, replaces that of the %1</source>
        <comment>a rule; “group” or “workspace”</comment>
        <translation>自有，替换%1的规则</translation>
    </message>
    <message>
        <source>group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Import Times of Maintenance</source>
        <translation>导入维护时段</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
    <message>
        <source>reading the calendar</source>
        <translation>读取日历</translation>
    </message>
    <message numerus="yes">
        <source>%n times of maintenance were imported.</source>
        <translation>
            <numerusform>已导入 %n 个维护时段。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more notes</source>
        <translation>
            <numerusform>另有 %n 条说明</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Rules for alerts</source>
        <translation>告警规则</translation>
    </message>
    <message>
        <source>Tells when</source>
        <translation>何时告警</translation>
    </message>
    <message>
        <source>Switch Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>To be reached</source>
        <translation>应达到</translation>
    </message>
    <message>
        <source>Times of maintenance</source>
        <translation>维护时段</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>不告警的时间</translation>
    </message>
    <message>
        <source>Import Calendar…</source>
        <translation>导入日历…</translation>
    </message>
    <message>
        <source>Behind the &amp;gateway:</source>
        <translation>位于网关之后(&amp;G)：</translation>
    </message>
    <message>
        <source>While this peer is down, those behind it are told of together with it</source>
        <translation>此对端中断期间，位于其后的对端与它一并告警</translation>
    </message>
    <message>
        <source>as inherited (none)</source>
        <translation>按继承（无）</translation>
    </message>
    <message>
        <source>as inherited (%1)</source>
        <translation>按继承(%1)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AlertsPane</name>
    <message>
        <source>%1 open, %2 in the last 30 days</source>
        <comment>numbers of alerts</comment>
        <translation>%1 个未结束，最近 30 天共 %2 个</translation>
    </message>
    <message>
        <source>Select an alert to see what is known of it.</source>
        <translation>选择一条告警以查看详情。</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>确认…</translation>
    </message>
    <message>
        <source>Say that you look after it, with a note: it is not escalated then</source>
        <translation>说明由您处理，可附备注；之后不再升级</translation>
    </message>
    <message>
        <source>Mute Its Peers</source>
        <translation>静音其对端</translation>
    </message>
    <message>
        <source>No alerts about these peers for a while</source>
        <translation>一段时间内不对这些对端告警</translation>
    </message>
    <message>
        <source>Show in Chart</source>
        <translation>在图表中显示</translation>
    </message>
    <message>
        <source>Show the peer and the moment at which its trouble began in the chart</source>
        <translation>在图表中显示该对端及故障开始的时刻</translation>
    </message>
    <message>
        <source>No alerts in the last 30 days. Rules in the workspace say what is worth one.</source>
        <translation>最近 30 天没有告警。由工作区中的规则决定何时告警。</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Details of the alert</source>
        <translation>告警详情</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AliveValue</name>
    <message>
        <source>how often at least is needed: 30 s</source>
        <translation>需填写最长间隔，例如 30 s</translation>
    </message>
    <message>
        <source>At least every</source>
        <translation>最长间隔</translation>
    </message>
    <message>
        <source>a message like</source>
        <translation>消息匹配</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>not waited for</source>
        <translation>不等待</translation>
    </message>
    <message>
        <source>regular expression; nothing: any</source>
        <translation>正则表达式；留空：任意消息</translation>
    </message>
    <message>
        <source>Expression that its messages match</source>
        <translation>其消息所匹配的正则表达式</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Application</name>
    <message>
        <source>The peers could not be saved: %1.</source>
        <translation>无法保存对端：%1。</translation>
    </message>
    <message>
        <source>adding “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>adding peers for this run</source>
        <translation>添加仅本次运行的对端</translation>
    </message>
    <message>
        <source>watching the demo peers</source>
        <translation>监视演示对端</translation>
    </message>
    <message>
        <source>removing “%1”</source>
        <translation>移除“%1”</translation>
    </message>
    <message numerus="yes">
        <source>removing %n peers</source>
        <translation>
            <numerusform>移除 %n 个对端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pausing %n peers</source>
        <translation>
            <numerusform>暂停 %n 个对端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>resuming %n peers</source>
        <translation>
            <numerusform>恢复 %n 个对端</numerusform>
        </translation>
    </message>
    <message>
        <source>The history is damaged. %1.</source>
        <translation>历史记录已损坏。%1。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::AppriseRun</name>
    <message>
        <source>its URL is not one that apprise can read</source>
        <translation>其 URL 不是 apprise 能识别的</translation>
    </message>
</context>
<context>
    <name>Pongwatch::BinaryForm</name>
    <message>
        <source>a bracket is closed that was not opened</source>
        <translation>多了一个右括号</translation>
    </message>
    <message>
        <source>it has more than %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
    <message>
        <source>reading bytes</source>
        <translation>读取字节</translation>
    </message>
    <message>
        <source>%1, at character %2</source>
        <translation>%1，位于第 %2 个字符</translation>
    </message>
    <message>
        <source>an apostrophe is not closed</source>
        <translation>单引号没有闭合</translation>
    </message>
    <message>
        <source>there are more than %1 brackets within one another</source>
        <translation>括号嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>括号没有闭合</translation>
    </message>
    <message>
        <source>“%1” is neither a hexadecimal digit nor text between apostrophes</source>
        <translation>“%1”既不是十六进制数字，也不是单引号中的文本</translation>
    </message>
    <message>
        <source>it is not Base64</source>
        <translation>不是 Base64</translation>
    </message>
    <message>
        <source>%1 bytes are too many for the length in front of them</source>
        <translation>%1 字节超出了长度字段能表示的范围</translation>
    </message>
    <message>
        <source>a byte needs two hexadecimal digits</source>
        <translation>一个字节应有两位十六进制数字</translation>
    </message>
</context>
<context>
    <name>Pongwatch::BlockingClient</name>
    <message numerus="yes">
        <source>%n message(s) were dropped because the queue was full</source>
        <translation>
            <numerusform>队列已满，期间到达的 %n 条消息已丢失</numerusform>
        </translation>
    </message>
    <message>
        <source>sending a ping</source>
        <translation>发送 ping</translation>
    </message>
    <message>
        <source>opening the connection</source>
        <translation>打开连接</translation>
    </message>
    <message>
        <source>waiting for an event</source>
        <translation>等待事件</translation>
    </message>
    <message>
        <source>sending a message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>waiting for a message</source>
        <translation>等待消息</translation>
    </message>
    <message>
        <source>closing the connection</source>
        <translation>关闭连接</translation>
    </message>
    <message>
        <source>nothing arrived in time</source>
        <translation>在限定时间内没有收到任何内容</translation>
    </message>
    <message>
        <source>no connection is open</source>
        <translation>没有已打开的连接</translation>
    </message>
    <message>
        <source>the call was interrupted</source>
        <translation>操作被中断</translation>
    </message>
    <message>
        <source>the client is being destroyed</source>
        <translation>客户端正在销毁</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartActions</name>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Zoom to the &amp;Marked Range</source>
        <translation>缩放到标记范围(&amp;M)</translation>
    </message>
    <message>
        <source>Lo&amp;garithmic Latencies</source>
        <translation>对数延迟(&amp;G)</translation>
    </message>
    <message>
        <source>Add a &amp;Note…</source>
        <translation>添加备注(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Copy Picture of the Chart</source>
        <translation>复制图表图片(&amp;C)</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 分钟</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 周</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Heat Map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Network and Peer</source>
        <translation>网络与对端</translation>
    </message>
    <message>
        <source>How long each answer took</source>
        <translation>每次应答所用的时间</translation>
    </message>
    <message>
        <source>&amp;Automatic Scale</source>
        <translation>自动刻度(&amp;A)</translation>
    </message>
    <message>
        <source>Clip &amp;Outliers</source>
        <translation>裁剪离群值(&amp;F)</translation>
    </message>
    <message>
        <source>Scale the axis to most answers and mark the slowest at the upper edge</source>
        <translation>按大多数应答调整坐标轴，并在上边缘标出最慢的应答</translation>
    </message>
    <message>
        <source>Distribution of the latencies</source>
        <translation>延迟的分布情况</translation>
    </message>
    <message>
        <source>Each round trip split into the network&apos;s share and the peer&apos;s share</source>
        <translation>每次往返中网络所占的时间与对端所占的时间</translation>
    </message>
    <message>
        <source>Latency A&amp;xis…</source>
        <translation>延迟坐标轴(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;From … to …</source>
        <translation>起止时间(&amp;F)…</translation>
    </message>
    <message>
        <source>Feed</source>
        <comment>the messages that a profile waits for</comment>
        <translation>数据流</translation>
    </message>
    <message>
        <source>How many messages of its feed a peer sends in a second</source>
        <translation>对端每秒发送的数据流消息数</translation>
    </message>
    <message>
        <source>Switch to a logarithmic axis when peers can&apos;t be told apart on a linear one</source>
        <translation>各对端在线性刻度下无法区分时，自动改用对数刻度</translation>
    </message>
    <message>
        <source>Fix the range of the latency axis, and draw lines at chosen latencies</source>
        <translation>固定延迟坐标轴，并在指定延迟处画线</translation>
    </message>
    <message>
        <source>Show a time span that you type or pick from a calendar</source>
        <translation>显示一段时间：手动输入或从日历选择</translation>
    </message>
    <message>
        <source>Number of answers by latency, over time</source>
        <translation>随时间变化，多少应答用了多长时间</translation>
    </message>
    <message>
        <source>Path</source>
        <comment>the network path to a peer</comment>
        <translation>路径</translation>
    </message>
    <message>
        <source>The hops of the network path over time, with their latency and loss</source>
        <translation>网络路径各跳随时间的延迟和丢失</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartControls</name>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Logarithmic latencies (G)</source>
        <translation>对数延迟 (G)</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>落后 %1</translation>
    </message>
    <message>
        <source>Freeze the chart; measuring continues</source>
        <translation>图表保持不动，测量继续进行</translation>
    </message>
    <message>
        <source>Return to live (End)</source>
        <translation>重新跟随当前时间（End）</translation>
    </message>
    <message>
        <source>Time span of the chart</source>
        <translation>图表显示的时间范围</translation>
    </message>
    <message>
        <source>Clip outliers and mark them at the upper edge (O)</source>
        <translation>裁剪离群值，并在上边缘标出 (O)</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>图表显示的内容</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartFeature</name>
    <message>
        <source>Add a Note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>What happened at %1?</source>
        <comment>moment</comment>
        <translation>%1 发生了什么？</translation>
    </message>
    <message>
        <source>Time &amp;Span</source>
        <translation>时间跨度(&amp;S)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartFlags</name>
    <message>
        <source>%1: %2</source>
        <comment>peer: what happened</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>moment, what happened</comment>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartLegend</name>
    <message>
        <source>Peers in the chart</source>
        <translation>图表中的对端</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from</source>
        <comment>a peer; its vantages follow</comment>
        <translation>%1，观测自</translation>
    </message>
    <message>
        <source>Vantages in the chart</source>
        <translation>图表中的观测点</translation>
    </message>
    <message>
        <source>Click: only this vantage, or all again. Ctrl+click: hide or show it.</source>
        <translation>点击：只看该观测点，或恢复全部。Ctrl+点击：隐藏或显示它。</translation>
    </message>
    <message>
        <source>%1: %2, hidden</source>
        <comment>a vantage, its newest round trip or state</comment>
        <translation>%1：%2，已隐藏</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a vantage, its newest round trip or state</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartPane</name>
    <message>
        <source>Latency chart</source>
        <translation>延迟图表</translation>
    </message>
    <message>
        <source>Heat map of latencies</source>
        <translation>延迟热图</translation>
    </message>
    <message>
        <source>Distribution of latencies</source>
        <translation>延迟分布</translation>
    </message>
    <message>
        <source>Network and peer</source>
        <translation>网络与对端</translation>
    </message>
    <message>
        <source>Ends and notes</source>
        <translation>结束与备注</translation>
    </message>
    <message>
        <source>Time axis</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>moment, moment</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1: median %2, %3</source>
        <comment>peer, latency, timeouts</comment>
        <translation>%1：中位数 %2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n timeout(s)</source>
        <translation>
            <numerusform>%n 次超时</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Edit Note…</source>
        <translation>编辑备注(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove Note</source>
        <translation>删除备注(&amp;R)</translation>
    </message>
    <message>
        <source>Add a &amp;Note Here…</source>
        <translation>在此添加备注(&amp;N)…</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Network paths</source>
        <translation>网络路径</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChartReadout</name>
    <message>
        <source>%1, %2</source>
        <comment>latency, outcome</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>timed out after %1</source>
        <translation>%1后超时</translation>
    </message>
    <message numerus="yes">
        <source>%n timeout(s)</source>
        <translation>
            <numerusform>%n 次超时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>ping %1, due %2</source>
        <translation>ping %1，应发于 %2</translation>
    </message>
    <message>
        <source>TCP round trip %1</source>
        <translation>TCP 往返 %1</translation>
    </message>
    <message>
        <source>sent by hand</source>
        <translation>手动发送</translation>
    </message>
    <message numerus="yes">
        <source>%n ping(s) in %1</source>
        <translation>
            <numerusform>%1内 %n 次 ping</numerusform>
        </translation>
    </message>
    <message>
        <source>slowest %1</source>
        <translation>最慢 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>peer: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no ping</source>
        <translation>无 ping</translation>
    </message>
    <message>
        <source>no ping (%1)</source>
        <comment>the peer&apos;s state</comment>
        <translation>无 ping（%1）</translation>
    </message>
    <message>
        <source>text heartbeat</source>
        <translation>文本心跳</translation>
    </message>
    <message>
        <source>queued behind other traffic</source>
        <translation>排在其他流量之后等待</translation>
    </message>
    <message>
        <source>this program itself was late</source>
        <translation>本程序自身有延迟</translation>
    </message>
    <message>
        <source>p5–p95: %1 to %2</source>
        <translation>5–95 %：%1 至 %2</translation>
    </message>
    <message>
        <source>nothing heard</source>
        <translation>无回报</translation>
    </message>
</context>
<context>
    <name>Pongwatch::CheckCommand</name>
    <message>
        <source>group %1</source>
        <translation>分组 %1</translation>
    </message>
    <message>
        <source>tags %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>note: </source>
        <translation>备注：</translation>
    </message>
    <message>
        <source>reading the option</source>
        <translation>读取选项</translation>
    </message>
    <message>
        <source>“%1” is neither “text” nor “jsonl”</source>
        <translation>“%1”既不是“text”也不是“jsonl”</translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>there is no file to check</source>
        <translation>没有给出要检查的文件</translation>
    </message>
    <message>
        <source>the environment variable %1 is not set</source>
        <translation>环境变量 %1 未设置</translation>
    </message>
    <message>
        <source>the file “%1” can&apos;t be read</source>
        <translation>无法读取文件“%1”</translation>
    </message>
    <message>
        <source>Text for people, or one JSON object per profile (text)</source>
        <translation>供人阅读的文本，或每个配置一个 JSON 对象（text）</translation>
    </message>
    <message>
        <source>wants %1 for %2%3</source>
        <comment>an environment variable, a file …; a host</comment>
        <translation>需要%1，用于 %2%3</translation>
    </message>
    <message>
        <source> (not trusted yet)</source>
        <translation>（尚未信任）</translation>
    </message>
    <message>
        <source>Checks a workspace and lists its problems; if there are none, lists each profile&apos;s settings and where they come from.</source>
        <translation>指出工作区中的错误；若无错误，则列出每个配置的设置及其来源。</translation>
    </message>
    <message>
        <source>the environment variable %1 is empty</source>
        <translation>环境变量 %1 为空</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ChoiceValue</name>
    <message>
        <source>different values</source>
        <translation>不同的值</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ClientNotes</name>
    <message>
        <source>The peer sent pings without reading the pongs. When %1 bytes of them were waiting, this side dropped the connection after %2: the server&apos;s program hangs, or floods its clients.</source>
        <translation>对端不断发送 ping，却不读取 pong。积压达到 %1 字节时，本端在 %2后断开了连接：服务器程序已挂起，或在向客户端大量灌入数据。</translation>
    </message>
    <message>
        <source>QWebSocket does not know the code %1 and answered with %2.</source>
        <extracomment>%1 and %2 are close codes</extracomment>
        <translation>QWebSocket 不认识关闭码 %1，以 %2 作为应答。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses of this name had not been tried: QWebSocket tries them one after the other, 30 s each; the client wire tries them side by side.</source>
        <translation>
            <numerusform>此名称还有 %Ln 个地址未尝试：QWebSocket 逐个尝试，每个 30 秒；客户端 wire 会同时尝试。</numerusform>
        </translation>
    </message>
    <message>
        <source>QWebSocket reads nothing after its own Close frame, so the peer&apos;s answer is not known.</source>
        <translation>QWebSocket 发出自己的关闭帧后不再读取数据，因此不知道对端的应答。</translation>
    </message>
    <message>
        <source>QWebSocket would send the address&apos;s zone to the server</source>
        <translation>QWebSocket 会把地址的区域标识发送给服务器</translation>
    </message>
    <message>
        <source>QWebSocket would garble the host name, which is not ASCII</source>
        <translation>主机名不是 ASCII，QWebSocket 会将其弄乱</translation>
    </message>
    <message>
        <source>QWebSocket refuses a path with an encoded line break</source>
        <translation>QWebSocket 拒绝含有编码换行符的路径</translation>
    </message>
    <message>
        <source>QWebSocket would send its own Host header as well</source>
        <translation>QWebSocket 会同时发送它自己的 Host 标头</translation>
    </message>
    <message>
        <source>QWebSocket can&apos;t send a header twice</source>
        <translation>QWebSocket 无法将同一标头发送两次</translation>
    </message>
    <message>
        <source>QWebSocket can&apos;t connect to another address than the URL&apos;s</source>
        <translation>QWebSocket 无法连接 URL 以外的地址</translation>
    </message>
    <message>
        <source>The server&apos;s answer to the handshake is correct, but QWebSocket rejects it (%1). Set this peer&apos;s client to wire.</source>
        <translation>服务器对握手的应答没有问题，但 QWebSocket 不接受（%1）。请将此对端的客户端设为 wire。</translation>
    </message>
    <message>
        <source>QWebSocket can&apos;t be restricted to IPv4 or IPv6</source>
        <translation>QWebSocket 无法限定为 IPv4 或 IPv6</translation>
    </message>
    <message>
        <source>QWebSocket rejects this server&apos;s answer to the handshake</source>
        <translation>QWebSocket 不接受该服务器的握手应答</translation>
    </message>
</context>
<context>
    <name>Pongwatch::CloseCodes</name>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>A clean end: the peer was done.</source>
        <translation>正常结束：对端已完成工作。</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>即将离开</translation>
    </message>
    <message>
        <source>The server is shutting down, or its page was left: reconnect after a random delay.</source>
        <translation>服务器正在关闭，或页面已离开：请加随机延迟后重连。</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>协议错误</translation>
    </message>
    <message>
        <source>The peer received frames that break the protocol: a proxy in between may have damaged them.</source>
        <translation>对端收到了违反协议的帧：可能被中间的代理损坏。</translation>
    </message>
    <message>
        <source>unsupported data</source>
        <translation>不支持的数据</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>无关闭码</translation>
    </message>
    <message>
        <source>A clean close; the peer gave no reason.</source>
        <translation>正常结束，对端未说明原因。</translation>
    </message>
    <message>
        <source>no Close frame</source>
        <translation>无关闭帧</translation>
    </message>
    <message>
        <source>The connection ended without a Close frame.</source>
        <translation>连接在没有任何说明的情况下结束。</translation>
    </message>
    <message>
        <source>invalid data</source>
        <translation>无效数据</translation>
    </message>
    <message>
        <source>The peer refused text that is not valid UTF-8.</source>
        <translation>对端拒绝了不是有效 UTF-8 的文本。</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>违反策略</translation>
    </message>
    <message>
        <source>The server refuses this client, because of its permissions or a rate limit: check the credentials and don&apos;t retry in a tight loop.</source>
        <translation>服务器因授权或限流拒绝此客户端：请检查凭证，不要频繁重试。</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>消息过大</translation>
    </message>
    <message>
        <source>The peer refused a message because of its size.</source>
        <translation>对端因消息过大而拒绝。</translation>
    </message>
    <message>
        <source>extension missing</source>
        <translation>缺少扩展</translation>
    </message>
    <message>
        <source>The peer requires an extension that was not negotiated.</source>
        <translation>对端要求一个未协商的扩展。</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>Something failed inside the server: look for an exception in its log.</source>
        <translation>服务器内部出错：请在其日志中查找异常。</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>The server is restarting and should be back soon.</source>
        <translation>服务器正在重启：应很快恢复。</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>稍后再试</translation>
    </message>
    <message>
        <source>The server is overloaded: wait longer before the next dial.</source>
        <translation>服务器过载：请延后再连接。</translation>
    </message>
    <message>
        <source>bad gateway</source>
        <translation>网关错误</translation>
    </message>
    <message>
        <source>The server is a gateway, and the server behind it is down: look there.</source>
        <translation>该服务器是网关，其后端已停止：请检查后端。</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>No secure connection could be established.</source>
        <translation>未能建立安全连接。</translation>
    </message>
    <message>
        <source>unauthorized</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>The server requires other credentials.</source>
        <translation>服务器需要其他凭证。</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>禁止访问</translation>
    </message>
    <message>
        <source>The server knows this client and still refuses it: check the permissions.</source>
        <translation>服务器识别了身份但仍然拒绝：请检查权限。</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>The peer waited too long for data from this side.</source>
        <translation>对端等待本端的数据过久。</translation>
    </message>
    <message>
        <source>registered code</source>
        <extracomment>a close code of 3000 to 3999</extracomment>
        <translation>已注册的关闭码</translation>
    </message>
    <message>
        <source>private code</source>
        <extracomment>a close code of 4000 to 4999</extracomment>
        <translation>私有关闭码</translation>
    </message>
    <message>
        <source>unknown code</source>
        <extracomment>a close code that RFC 6455 does not know</extracomment>
        <translation>未知关闭码</translation>
    </message>
    <message>
        <source>The peer refused a type of message: text where it expects binary, or the other way around.</source>
        <translation>对端拒绝了某类消息：需要二进制却收到文本，或相反。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::CloseFeature</name>
    <message>
        <source>&amp;Close with a Code…</source>
        <translation>以指定关闭码关闭(&amp;C)…</translation>
    </message>
    <message>
        <source>Send the selected peers a Close frame with a code and a reason</source>
        <translation>向所选对端发送自选的关闭帧</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ClosePeerDialog</name>
    <message>
        <source>Close with a Code</source>
        <translation>以指定关闭码关闭</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>关闭码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>关闭码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Close &amp;Connection</source>
        <comment>a connection to a peer</comment>
        <translation>关闭连接(&amp;C)</translation>
    </message>
    <message>
        <source>“%1” receives this Close frame and stays closed until it is resumed or reconnected.</source>
        <comment>a peer&apos;s name</comment>
        <translation>“%1”将收到此关闭帧，并保持关闭，直到被恢复或重连。</translation>
    </message>
    <message numerus="yes">
        <source>%n peers receive this Close frame and stay closed until they are resumed or reconnected.</source>
        <translation>
            <numerusform>%n 个对端将收到此关闭帧，并保持关闭，直到被恢复或重连。</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes that may be sent are 1000 to 1003, 1007 to 1014, and 3000 to 4999.</source>
        <translation>可发送的关闭码为 1000 至 1003、1007 至 1014 以及 3000 至 4999。</translation>
    </message>
    <message>
        <source>The reason is %1 bytes long; a Close frame has room for %2.</source>
        <translation>原因占用 %1 字节；关闭帧最多容纳 %2 字节。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::CommandLine</name>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>Show this help and exit</source>
        <translation>显示命令的说明，然后结束</translation>
    </message>
    <message>
        <source>Show the version and exit</source>
        <translation>显示版本号，然后结束</translation>
    </message>
    <message>
        <source>reading the option</source>
        <translation>读取选项</translation>
    </message>
    <message>
        <source>an origin looks like https://example.org</source>
        <translation>Origin 的格式如 https://example.org</translation>
    </message>
    <message>
        <source>it is empty or has a character that RFC 6455 does not allow</source>
        <translation>为空，或含有 RFC 6455 不允许的字符</translation>
    </message>
    <message>
        <source>“%1” is given twice</source>
        <translation>“%1”给出了两次</translation>
    </message>
    <message>
        <source>an Authorization header can&apos;t be given together with --user or --bearer</source>
        <translation>Authorization 标头不能与 --user 或 --bearer 同时使用</translation>
    </message>
    <message>
        <source>it is not of the form USER:PASSWORD</source>
        <translation>格式应为 USER:PASSWORD</translation>
    </message>
    <message>
        <source>it has a line break or another control character</source>
        <translation>含有换行符或其他控制字符</translation>
    </message>
    <message>
        <source>the token is empty</source>
        <translation>令牌为空</translation>
    </message>
    <message>
        <source>the token has a space, a line break or another character that a header can&apos;t carry</source>
        <translation>令牌含有空格、换行符或标头不能携带的其他字符</translation>
    </message>
    <message>
        <source>--client-cert and --client-key must be given together</source>
        <translation>--client-cert 与 --client-key 必须一起使用</translation>
    </message>
    <message>
        <source>the file “%1” holds no certificate in PEM form</source>
        <translation>文件“%1”中没有 PEM 格式的证书</translation>
    </message>
    <message>
        <source>“%1” is more than a hundred years ago</source>
        <translation>“%1”在一百多年前</translation>
    </message>
    <message>
        <source>“%1” is not a valid date</source>
        <translation>“%1”不是日历中的日期</translation>
    </message>
    <message>
        <source>“%1” is not a valid date and time</source>
        <translation>“%1”不是日历中的时刻</translation>
    </message>
    <message>
        <source>“%1” is not a time; write 2026-11-01, 2026-11-01T08:00:00Z, -24h, -7d, today, yesterday or now</source>
        <translation>“%1”不是时间；请写成 2026-11-01、2026-11-01T08:00:00Z、-24h、-7d、today、yesterday 或 now</translation>
    </message>
    <message>
        <source>it can only be used with --workspace</source>
        <translation>仅在与 --workspace 一起使用时有效</translation>
    </message>
    <message>
        <source>there are more names than URLs</source>
        <translation>名称多于 URL</translation>
    </message>
    <message>
        <source>reading the arguments</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>there is nothing to watch; give a URL (wss://host/path), --workspace FILE or --demo</source>
        <translation>没有要监视的内容；请给出 URL（wss://host/path）、--workspace FILE 或 --demo</translation>
    </message>
    <message>
        <source>“%1” is a folder or not a file name; give a file, or none</source>
        <translation>“%1”是文件夹，或根本不是名称；请给出文件，或 none</translation>
    </message>
    <message>
        <source>the folder of “%1” does not exist</source>
        <translation>“%1”所在的文件夹不存在</translation>
    </message>
    <message>
        <source>“%1” is neither “table” nor “jsonl”</source>
        <translation>“%1”既不是“table”也不是“jsonl”</translation>
    </message>
    <message>
        <source>Name of a peer, in the order of the URLs. Repeatable.</source>
        <translation>对端的名称；可重复，按 URL 的顺序</translation>
    </message>
    <message>
        <source>Watch the enabled profiles in this file</source>
        <translation>监视此文件中已启用的配置</translation>
    </message>
    <message>
        <source>Only profiles in this group. Repeatable.</source>
        <translation>仅此分组的配置；可重复</translation>
    </message>
    <message>
        <source>Only profiles with this tag. Repeatable.</source>
        <translation>仅带此标签的配置；可重复</translation>
    </message>
    <message>
        <source>Watch the built-in demo peers</source>
        <translation>监视内置的演示对端</translation>
    </message>
    <message>
        <source>Stop after this many seconds (runs until interrupted)</source>
        <translation>在这么多秒后结束（直到被中断）</translation>
    </message>
    <message>
        <source>A table (live on a terminal, plain lines in a pipe), or one JSON object per line (table)</source>
        <translation>表格（终端中实时更新，管道中为纯文本行），或每行一个 JSON 对象（table）</translation>
    </message>
    <message>
        <source>Write a report at the end; the suffix chooses the format: .pdf, .png, .html, .csv or .json. Repeatable.</source>
        <translation>结束时写入报告；按扩展名为 .pdf、.png、.html、.csv 或 .json。可重复。</translation>
    </message>
    <message>
        <source>Keep the measurements in this file (none)</source>
        <translation>将测量结果保存到此文件（none）</translation>
    </message>
    <message>
        <source>it is given more than once</source>
        <translation>给出了多次</translation>
    </message>
    <message>
        <source>there is no such option; --help lists them</source>
        <translation>没有这个选项；--help 会列出所有选项</translation>
    </message>
    <message>
        <source>there is no such option; perhaps --%1?</source>
        <translation>没有这个选项；是否想用 --%1？</translation>
    </message>
    <message>
        <source>it takes no value</source>
        <translation>它不带值</translation>
    </message>
    <message>
        <source>it needs a value (%1)</source>
        <translation>它需要一个值（%1）</translation>
    </message>
    <message>
        <source>%1 is not a number of seconds</source>
        <translation>%1 不是秒数</translation>
    </message>
    <message>
        <source>%1 is negative; it must be more than 0</source>
        <translation>%1 是负数；必须大于 0</translation>
    </message>
    <message>
        <source>%1 s is more than a hundred years</source>
        <translation>%1 秒超过一百年</translation>
    </message>
    <message>
        <source>%1 is too short; it must be more than 0</source>
        <translation>%1 太短；必须大于 0</translation>
    </message>
    <message>
        <source> (or “off”)</source>
        <translation>（或“off”）</translation>
    </message>
    <message>
        <source>%1 is neither “on” nor “off”</source>
        <translation>%1 既不是“on”也不是“off”</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 不是整数</translation>
    </message>
    <message>
        <source>%1 is not between %2 and %3</source>
        <translation>%1 不在 %2 与 %3 之间</translation>
    </message>
    <message>
        <source>%1 has no port; write ADDRESS:PORT</source>
        <translation>%1 没有端口；请写成 ADDRESS:PORT</translation>
    </message>
    <message>
        <source>%1 is not an IP address</source>
        <translation>%1 不是 IP 地址</translation>
    </message>
    <message>
        <source>the port %1 is not a number</source>
        <translation>端口 %1 不是数字</translation>
    </message>
    <message>
        <source>the port %1 is not between 0 and 65535</source>
        <translation>端口 %1 不在 0 与 65535 之间</translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation>%1 是文件夹</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>it names no file</source>
        <translation>它没有给出文件名</translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation>文件夹 %1 不存在</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: permission denied</source>
        <translation>无法写入 %1：权限不足</translation>
    </message>
    <message>
        <source>ping needs an interval; off is not possible here</source>
        <translation>没有 ping 的 ping 命令没有意义</translation>
    </message>
    <message>
        <source>the interval must be at least 0.01 s; for this machine itself, use --flood</source>
        <translation>间隔至少为 0.01 秒；对本机可以使用 --flood</translation>
    </message>
    <message>
        <source>it is only for this machine itself (localhost, 127.0.0.1 or [::1])</source>
        <translation>仅适用于本机（localhost、127.0.0.1 或 [::1]）</translation>
    </message>
    <message>
        <source>there is nothing to ping; give a URL (wss://host/path)</source>
        <translation>没有要 ping 的对端；请给出 URL（wss://host/path）</translation>
    </message>
    <message>
        <source>Stop after this many pings to each peer</source>
        <translation>向每个对端发送这么多次 ping 后结束</translation>
    </message>
    <message>
        <source>Seconds between two pings (1)</source>
        <translation>两次 ping 的间隔秒数（1）</translation>
    </message>
    <message>
        <source>Seconds to wait for a pong (10)</source>
        <translation>等待 pong 的秒数（10）</translation>
    </message>
    <message>
        <source>Stop after this many seconds, even with pings unanswered</source>
        <translation>在这么多秒后结束，不论是否还有未应答的 ping</translation>
    </message>
    <message>
        <source>Show only the first line and the summary</source>
        <translation>只显示第一行和汇总</translation>
    </message>
    <message>
        <source>Begin each line with the time, in seconds since 1970</source>
        <translation>在每行前显示时间（自 1970 年起的秒数）</translation>
    </message>
    <message>
        <source>Ring the terminal bell at each pong</source>
        <translation>每收到一个 pong 响铃</translation>
    </message>
    <message>
        <source>Show the phases of each dial and TCP&apos;s own round-trip times</source>
        <translation>显示连接各阶段的耗时，以及 TCP 自身的往返时间</translation>
    </message>
    <message>
        <source>Send the next ping as soon as a pong arrives; on this machine only</source>
        <translation>收到 pong 后立即发送下一个 ping；仅限本机</translation>
    </message>
    <message>
        <source>Text for people, or one JSON object per line (text)</source>
        <translation>供人阅读的文本，或每行一个 JSON 对象（text）</translation>
    </message>
    <message>
        <source>“%1” is neither “text” nor “jsonl”</source>
        <translation>“%1”既不是“text”也不是“jsonl”</translation>
    </message>
    <message>
        <source>the environment variable %1 is not set</source>
        <translation>环境变量 %1 未设置</translation>
    </message>
    <message>
        <source>the file “%1” can&apos;t be read: %2</source>
        <translation>无法读取文件“%1”：%2</translation>
    </message>
    <message>
        <source>reading the workspace</source>
        <translation>读取工作区</translation>
    </message>
    <message>
        <source>no enabled profile in it matches</source>
        <translation>其中没有符合条件且已启用的配置</translation>
    </message>
    <message>
        <source>writing the output</source>
        <translation>写入输出</translation>
    </message>
    <message>
        <source>it can&apos;t be given together with --%1</source>
        <translation>不能与 --%1 同时使用</translation>
    </message>
    <message>
        <source>Which WebSocket client connects: Qt&apos;s, this program&apos;s own (wire), or one of each side by side, to compare them (qt)</source>
        <translation>使用哪个 WebSocket 客户端连接：Qt 自带的、本程序自带的（wire），或两者并排比较（qt）</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>an environment variable, a file …, and a host</comment>
        <translation>%1（用于 %2）</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>及另外 %1 个</translation>
    </message>
    <message>
        <source>it was not trusted before, and wants %1; give --trust-workspace, or --allow-env NAME for a variable, if it is to have that</source>
        <translation>此前未受信任，且需要%1；如要允许，请使用 --trust-workspace，或对环境变量使用 --allow-env NAME</translation>
    </message>
    <message>
        <source> (or “auto”)</source>
        <translation>（或“auto”）</translation>
    </message>
    <message>
        <source>“%1” is neither “%2” nor “%3”</source>
        <translation>“%1”既不是“%2”也不是“%3”</translation>
    </message>
    <message>
        <source>“%1” is none of: %2</source>
        <translation>“%1”不是以下任何一个：%2</translation>
    </message>
    <message>
        <source>there is no token behind “%1” in the header %2</source>
        <translation>标头 %2 中的“%1”后面没有令牌</translation>
    </message>
    <message>
        <source>Allow what the workspace wants from this machine, for this run: variables, files, proxies, unverified certificates (“pongwatch check” lists them)</source>
        <translation>本次运行允许工作区使用本机的变量、文件、代理和不验证的证书（“pongwatch check”会列出它们）</translation>
    </message>
    <message>
        <source>Seconds between two pings; off: none are sent (20)</source>
        <translation>两次 ping 的间隔秒数；off：不发送（20）</translation>
    </message>
    <message>
        <source>Seconds to wait for a pong; off: for ever (20)</source>
        <translation>等待 pong 的秒数；off：一直等待（20）</translation>
    </message>
    <message>
        <source>Seconds until a connection must be open (10)</source>
        <translation>连接必须在多少秒内打开（10）</translation>
    </message>
    <message>
        <source>Seconds until a connection must be closed (10)</source>
        <translation>连接必须在多少秒内关闭（10）</translation>
    </message>
    <message>
        <source>Flag answers that take longer than this as slow; auto: much longer than this peer&apos;s usual ones (auto)</source>
        <translation>应答时间超过此值时标记为慢；auto：远长于该对端平时的应答（auto）</translation>
    </message>
    <message>
        <source>When a pong is missing: close and reconnect, or keep the connection and flag it (close)</source>
        <translation>缺少 pong 时：关闭并重连，或保持连接并标记（close）</translation>
    </message>
    <message>
        <source>Ping as soon as a connection is open, or within the first interval (now)</source>
        <translation>连接打开后立即 ping，或在第一个间隔内 ping（now）</translation>
    </message>
    <message>
        <source>Reconnect after a connection has ended (on)</source>
        <translation>连接结束后重连（on）</translation>
    </message>
    <message>
        <source>Do not dial again what another dial is unlikely to change</source>
        <translation>再次连接也不太可能改变结果时不再重连</translation>
    </message>
    <message>
        <source>Send this header in the handshake; the value may be $VARIABLE or @FILE; @FILE alone is a file of headers, one a line. Repeatable.</source>
        <translation>在握手中发送此标头；值可以是 $VARIABLE 或 @FILE；单独的 @FILE 是每行一个标头的文件。可重复。</translation>
    </message>
    <message>
        <source>Offer this sub-protocol. Repeatable.</source>
        <translation>提供此子协议。可重复。</translation>
    </message>
    <message>
        <source>Send this Origin header</source>
        <translation>发送此 Origin 标头</translation>
    </message>
    <message>
        <source>Basic authentication; the password may be $VARIABLE or @FILE</source>
        <translation>基本认证；密码可以是 $VARIABLE 或 @FILE</translation>
    </message>
    <message>
        <source>Bearer authentication; $VARIABLE or @FILE, too</source>
        <translation>Bearer 认证；也可以是 $VARIABLE 或 @FILE</translation>
    </message>
    <message>
        <source>Do not verify the server&apos;s certificate</source>
        <translation>不验证服务器证书</translation>
    </message>
    <message>
        <source>Trust the certificates in this file (PEM) and no others</source>
        <translation>只信任此文件（PEM）中的证书</translation>
    </message>
    <message>
        <source>Client certificate (PEM)</source>
        <translation>客户端证书（PEM）</translation>
    </message>
    <message>
        <source>Key of the client certificate (PEM)</source>
        <translation>客户端证书的密钥（PEM）</translation>
    </message>
    <message>
        <source>http://HOST:PORT, socks5://HOST:PORT, the system&apos;s, or none (system)</source>
        <translation>http://HOST:PORT、socks5://HOST:PORT、系统代理，或 none（system）</translation>
    </message>
    <message>
        <source>Connect to this address; the Host header and the name in the certificate stay those of the URL</source>
        <translation>连接此地址；Host 标头和证书中的名称仍按 URL</translation>
    </message>
    <message>
        <source>Go where the server sends us, at most 5 times; never from wss to ws</source>
        <translation>跟随服务器的重定向，最多 5 次；绝不从 wss 转到 ws</translation>
    </message>
    <message>
        <source>Which WebSocket client connects: Qt&apos;s, or this program&apos;s own (qt)</source>
        <translation>使用哪个 WebSocket 客户端：Qt 的，或本程序自己的（qt）</translation>
    </message>
    <message>
        <source>Use IPv4 only</source>
        <translation>仅使用 IPv4</translation>
    </message>
    <message>
        <source>Use IPv6 only</source>
        <translation>仅使用 IPv6</translation>
    </message>
    <message>
        <source>End the connection when the peer sends a larger message (1048576)</source>
        <translation>对端发送更大的消息时结束连接（1048576）</translation>
    </message>
    <message>
        <source>Send this text message in place of pings; %id% in it is new each time</source>
        <translation>发送此文本消息代替 ping；其中的 %id% 每次都不同</translation>
    </message>
    <message>
        <source>What an answer to the heartbeat contains, with %id% for the same again (any message)</source>
        <translation>心跳应答所包含的内容，%id% 表示相同的值（任意消息）</translation>
    </message>
    <message>
        <source>How the heartbeat is written: as text, or as the bytes of a binary message (text)</source>
        <translation>心跳的写法：文本，或二进制消息的字节（text）</translation>
    </message>
    <message>
        <source>Send this first, and count the peer as open only when a message that matches has come (repeatable)</source>
        <translation>先发送此消息，收到匹配的消息后才算连接打开（可重复）</translation>
    </message>
    <message>
        <source>Whenever such a message comes, send this; $1 is what the first brackets matched (repeatable)</source>
        <translation>收到这样的消息时发送此内容；$1 为第一个括号匹配的内容（可重复）</translation>
    </message>
    <message>
        <source>Flag the peer as stale when no message that matches comes for so many seconds</source>
        <translation>这么多秒内没有收到匹配的消息时，标记为数据流中断</translation>
    </message>
    <message>
        <source>reading the URL</source>
        <translation>读取 URL</translation>
    </message>
    <message>
        <source>Allow the workspace to use this environment variable. Repeatable.</source>
        <translation>允许工作区使用此环境变量；可重复</translation>
    </message>
    <message>
        <source>End with status 1 at the first failed dial or lost connection</source>
        <translation>一旦有连接失败或断开，即以状态 1 结束</translation>
    </message>
    <message>
        <source>Talk like a client of this service: socket.io, mqtt, graphql-ws and others</source>
        <translation>按此服务的客户端方式通信：socket.io、mqtt、graphql-ws 等</translation>
    </message>
    <message>
        <source>A parameter of the preset. Repeatable.</source>
        <translation>预设所需的参数（可重复）</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>it is more than seven days</source>
        <translation>超过七天</translation>
    </message>
    <message>
        <source>The longest silence to try, in seconds, or like 90s, 20m, 1h (20m)</source>
        <translation>最长尝试多久的静默，单位秒，或写作 90s、20m、1h（20m）</translation>
    </message>
    <message>
        <source>Hold a connection for so long, with pings, to see how old one may get (off)</source>
        <translation>带 ping 保持一条连接这么久，看一条连接能存在多久（关）</translation>
    </message>
    <message>
        <source>The largest message to send (1048576)</source>
        <translation>发送的最大消息（1048576）</translation>
    </message>
    <message>
        <source>Find out only this, by names as in the documentation: ping,idle-limit</source>
        <translation>只检查这些项目，名称见文档：ping,idle-limit</translation>
    </message>
    <message>
        <source>Go on with the last examination of this URL, if it was cut short</source>
        <translation>若此 URL 的上次检查被中断，则继续</translation>
    </message>
    <message>
        <source>Where findings are kept, to be compared the next time (the state folder)</source>
        <translation>检查结果保存在哪里，供下次对比（状态文件夹）</translation>
    </message>
    <message>
        <source>Send invalid frames, too; only to this machine, or with --hostile-host</source>
        <translation>也发送无效帧；只发给本机，或与 --hostile-host 同用</translation>
    </message>
    <message>
        <source>With --hostile: the host of the URL once more, to show that it is meant</source>
        <translation>与 --hostile 同用：再写一次 URL 的主机，表示确实要这样做</translation>
    </message>
    <message>
        <source>examine takes one URL (wss://host/path)</source>
        <translation>examine 需要一个 URL（wss://host/path）</translation>
    </message>
    <message>
        <source>there is no finding named “%1”</source>
        <translation>没有名为“%1”的检查项目</translation>
    </message>
    <message>
        <source>it is only for this machine itself, or for a host that is named twice: --hostile-host %1</source>
        <translation>只能用于本机，或用于写了两次的主机：--hostile-host %1</translation>
    </message>
    <message>
        <source>the name is empty</source>
        <translation>名称为空</translation>
    </message>
    <message>
        <source>the name is longer than %1 characters</source>
        <translation>名称长于 %1 个字符</translation>
    </message>
    <message>
        <source>Serve metrics for Prometheus there, at /metrics; port 0 picks a free one</source>
        <translation>在该地址的 /metrics 提供 Prometheus 指标；端口 0 表示任选空闲端口</translation>
    </message>
    <message>
        <source>Name of the place that the peers are watched from: the label “vantage” of all metrics</source>
        <translation>观测点的名称：所有指标的标签“vantage”</translation>
    </message>
    <message>
        <source>Whose network that place is in: the label “provider” of pongwatch_vantage_info</source>
        <translation>观测点所在网络的提供商：pongwatch_vantage_info 的标签“provider”</translation>
    </message>
    <message>
        <source>TLS and passwords for the metrics, in YAML, as Prometheus&apos; exporters have it</source>
        <translation>指标的 TLS 与密码设置，YAML 格式，与 Prometheus 各 exporter 相同</translation>
    </message>
    <message>
        <source>Upper bounds of the histogram of round-trip times, in seconds (0.001 to 10, 13 bounds)</source>
        <translation>往返时间直方图的上界，单位为秒（0.001 至 10，共 13 个）</translation>
    </message>
    <message>
        <source>there are more than %1 bounds</source>
        <translation>上界超过 %1 个</translation>
    </message>
    <message>
        <source>“%1” is not a number of seconds above 0</source>
        <translation>“%1”不是大于 0 的秒数</translation>
    </message>
    <message>
        <source>“%1” is not above the bound before it</source>
        <translation>“%1”不大于前一个上界</translation>
    </message>
    <message>
        <source>it can only be used with --metrics</source>
        <translation>只能与 --metrics 一起使用</translation>
    </message>
    <message>
        <source>it can only be used with --vantage</source>
        <translation>只能与 --vantage 一起使用</translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>reading an option</source>
        <translation>读取选项</translation>
    </message>
    <message>
        <source>Probes of each hop (10)</source>
        <translation>每一跳的探测次数（10）</translation>
    </message>
    <message>
        <source>What the probes are; TCP ones go to the peer&apos;s own port (tcp)</source>
        <translation>探测包的类型；TCP 探测发往对端自己的端口（tcp）</translation>
    </message>
    <message>
        <source>Don&apos;t look up the names of the hops</source>
        <translation>不查找各跳的名称</translation>
    </message>
    <message>
        <source>give one URL to trace the path to (wss://host/path)</source>
        <translation>请给出一个要追踪路径的 URL（wss://host/path）</translation>
    </message>
    <message>
        <source>“%1” is none of “tcp”, “icmp” and “udp”</source>
        <translation>“%1”不是“tcp”、“icmp”或“udp”</translation>
    </message>
    <message>
        <source>Don&apos;t trace the network path when the network seems to be at fault</source>
        <translation>网络似有故障时不追踪网络路径</translation>
    </message>
    <message>
        <source>Seconds between two traces of the path of an open connection, to know how it is when all is well; off: none (3600)</source>
        <translation>已建立的连接两次路径追踪之间的秒数，用于了解正常时的路径；off：不追踪（3600）</translation>
    </message>
    <message>
        <source>What the probes of a trace are; TCP ones go to the peer&apos;s own port (tcp)</source>
        <translation>追踪的探测包类型；TCP 探测发往对端自己的端口（tcp）</translation>
    </message>
    <message>
        <source>the end, %1, is not after the beginning, %2</source>
        <translation>结束时间 %1 不在开始时间 %2 之后</translation>
    </message>
    <message>
        <source>“%1” can&apos;t hold the measurements: %2; give a file, or none</source>
        <translation>“%1”不能存放测量数据：%2；请给出一个文件，或 none</translation>
    </message>
    <message>
        <source>What was measured of the peer earlier, which shows how old its connections get (the window&apos;s history)</source>
        <translation>此前对该对端的测量记录，可看出其连接能存在多久（窗口的历史记录）</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do, or which peer?</source>
        <translation>想做什么，或想看哪个对端？</translation>
    </message>
    <message>
        <source>Command or peer</source>
        <translation>命令或对端</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation>没有这样的名称。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::CommandRun</name>
    <message>
        <source>the command can&apos;t be started: %1</source>
        <translation>无法启动命令：%1</translation>
    </message>
    <message>
        <source>the command did not end in time</source>
        <translation>命令未在时限内结束</translation>
    </message>
    <message>
        <source>the command was ended by a signal</source>
        <translation>命令被信号终止</translation>
    </message>
    <message>
        <source>the command ended with status %1</source>
        <translation>命令以状态 %1 结束</translation>
    </message>
    <message>
        <source>the command ended with status %1: %2</source>
        <translation>命令以状态 %1 结束：%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::CompareFeature</name>
    <message>
        <source>Compare &amp;Clients</source>
        <translation>比较客户端(&amp;C)</translation>
    </message>
    <message>
        <source>Connects the selected peer twice more, by QWebSocket and by the wire client, and shows both side by side until you remove them</source>
        <translation>为所选对端另建两个连接，分别使用 QWebSocket 和 wire 客户端，并排显示，直到您将其移除</translation>
    </message>
    <message>
        <source>comparing the clients of “%1”</source>
        <translation>比较“%1”的客户端</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Connection</name>
    <message>
        <source>the connection is not open</source>
        <translation>连接未打开</translation>
    </message>
    <message>
        <source>sending a ping</source>
        <translation>发送 ping</translation>
    </message>
    <message>
        <source>sending a message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>the peer accepts no data: %1 bytes are waiting to be sent</source>
        <translation>对端不接收数据：%1 字节等待发送</translation>
    </message>
    <message>
        <source>there were %1 redirects before it</source>
        <translation>此前已有 %1 次重定向</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ConnectionTrialRun</name>
    <message>
        <source>trying the connection</source>
        <translation>试连</translation>
    </message>
    <message>
        <source>it wants what you have not agreed to: %1 for %2</source>
        <translation>它要用您尚未同意的内容：%1，用于 %2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Deliverer</name>
    <message>
        <source>too many alerts wait to be delivered</source>
        <translation>待送达的告警过多</translation>
    </message>
    <message>
        <source>there is no such channel</source>
        <translation>没有此渠道</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DeliveryFeature</name>
    <message>
        <source>Alert C&amp;hannels…</source>
        <translation>告警渠道(&amp;H)…</translation>
    </message>
    <message>
        <source>Where alerts are sent, and a test for each channel</source>
        <translation>告警发送到哪里，以及各渠道的测试</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts not delivered</source>
        <translation>
            <numerusform>%n 条告警未送达</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts not delivered</source>
        <translation>告警未送达</translation>
    </message>
    <message>
        <source>An alert could not be delivered: %1</source>
        <translation>一条告警未能送达：%1</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DeliveryQueue</name>
    <message>
        <source>keeping alerts to be delivered</source>
        <translation>保存待送达的告警</translation>
    </message>
    <message>
        <source>the folder can&apos;t be made</source>
        <translation>无法创建文件夹</translation>
    </message>
    <message>
        <source>it can&apos;t be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>reading an alert to be delivered</source>
        <translation>读取待送达的告警</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>keeping an alert to be delivered</source>
        <translation>保存待送达的告警</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoConnection</name>
    <message>
        <source>The request is too long.</source>
        <translation>请求过长。</translation>
    </message>
    <message>
        <source>This demo peer rejects every client.</source>
        <translation>此演示对端拒绝所有人。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoFeature</name>
    <message>
        <source>the demo peers are running already</source>
        <translation>演示对端已在运行</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoFleet</name>
    <message>
        <source>The demo peers are running already.</source>
        <translation>演示对端已在运行。</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>jitters by 20 ms</source>
        <translation>抖动 20 ms</translation>
    </message>
    <message>
        <source>spikes now and then</source>
        <translation>偶有尖峰</translation>
    </message>
    <message>
        <source>slow, 300 ms</source>
        <translation>慢，300 ms</translation>
    </message>
    <message>
        <source>stalls after 20 s</source>
        <translation>20 s 后停止应答</translation>
    </message>
    <message>
        <source>closes after 30 s for a deployment</source>
        <translation>30 s 后因部署而关闭</translation>
    </message>
    <message>
        <source>ends after 45 s without a word</source>
        <translation>45 s 后无声结束</translation>
    </message>
    <message>
        <source>resets after 60 s</source>
        <translation>60 s 后重置</translation>
    </message>
    <message>
        <source>rejects with 503</source>
        <translation>以 503 拒绝</translation>
    </message>
    <message>
        <source>never answers the upgrade</source>
        <translation>从不应答升级请求</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoFleetCommand</name>
    <message>
        <source>reading the option</source>
        <translation>读取选项</translation>
    </message>
    <message>
        <source>“%1” is none of %2</source>
        <translation>“%1”不是以下任何一个：%2</translation>
    </message>
    <message>
        <source>“none” does not go with others</source>
        <translation>“none”不能与其他值一起使用</translation>
    </message>
    <message>
        <source>“%1” takes %2 agents or more</source>
        <translation>“%1”至少需要 %2 个 agent</translation>
    </message>
    <message>
        <source>%1 agents with %2 peers each are more than %3 in all</source>
        <translation>%1 个 agent、每个 %2 个对端，总数超过 %3</translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>demo-fleet takes options only</source>
        <translation>demo-fleet 只接受选项</translation>
    </message>
    <message>
        <source>it can&apos;t be used with --no-prometheus: the past is written into the data of the Prometheus</source>
        <translation>不能与 --no-prometheus 一起使用：历史会写入 Prometheus 的数据</translation>
    </message>
    <message>
        <source>Writing the past …</source>
        <translation>正在写入历史…</translation>
    </message>
    <message>
        <source>%1 agents with %2 peers each; Prometheus at %3, which collects every %4 s.</source>
        <translation>%1 个 agent，每个 %2 个对端；Prometheus 位于 %3，每 %4 秒采集一次。</translation>
    </message>
    <message>
        <source>Ctrl+C ends all of it.</source>
        <translation>按 Ctrl+C 结束全部。</translation>
    </message>
    <message>
        <source>From %1 on:</source>
        <comment>a time of day</comment>
        <translation>从 %1 起：</translation>
    </message>
    <message>
        <source>Simulates agents in several places that watch the same peers, and starts a Prometheus that collects from them, for trying out a fleet. All of it is on this machine and ends with the command.</source>
        <translation>模拟位于多个地点、监视同一批对端的 agent，并启动一个采集它们的 Prometheus，用于试用多观测点功能。一切都在本机运行，并随该命令一起结束。</translation>
    </message>
    <message>
        <source>A small fleet in which one peer is down after half a minute.</source>
        <translation>一个小规模的示例，半分钟后其中一个对端断开。</translation>
    </message>
    <message>
        <source>Number of agents, 1 to 100 (10)</source>
        <translation>agent 的数量，1 到 100（10）</translation>
    </message>
    <message>
        <source>Number of peers that each of them watches, 10 to 10,000 (1000)</source>
        <translation>每个 agent 监视的对端数量，10 到 10,000（1000）</translation>
    </message>
    <message>
        <source>What goes wrong: peer-down, slow-peer, way-broken, vantage-cut, provider-failure, silent-agent, or none (all). Repeatable.</source>
        <translation>出什么问题：peer-down、slow-peer、way-broken、vantage-cut、provider-failure、silent-agent，或 none（默认全部）。可重复。</translation>
    </message>
    <message>
        <source>When that begins, after the start (30)</source>
        <translation>启动后多久开始出问题（30）</translation>
    </message>
    <message>
        <source>Stop after this many seconds (runs until interrupted)</source>
        <translation>这么多秒之后停止（默认一直运行，直到被中断）</translation>
    </message>
    <message>
        <source>Give the first 20 peers a past of so many hours, 1 to 168 (none)</source>
        <translation>给前 20 个对端补上这么多小时的历史，1 到 168（默认没有）</translation>
    </message>
    <message>
        <source>How often Prometheus collects, in whole seconds (15)</source>
        <translation>Prometheus 采集的间隔，整数秒（15）</translation>
    </message>
    <message>
        <source>Random seed; the same seed gives the same peers (1)</source>
        <translation>随机种子；同一种子得到同样的对端（1）</translation>
    </message>
    <message>
        <source>Start no Prometheus; write what one of your own needs for these agents</source>
        <translation>不启动 Prometheus；输出您自己的 Prometheus 采集这些 agent 所需的配置</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoHistoryCommand</name>
    <message>
        <source>reading the arguments</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>demo-history takes one file to write</source>
        <translation>demo-history 需要一个要写入的文件</translation>
    </message>
    <message>
        <source>writing the history</source>
        <translation>写入历史记录</translation>
    </message>
    <message>
        <source>Number of days, 1 to 90 (7)</source>
        <translation>天数，1 至 90（7）</translation>
    </message>
    <message>
        <source>End of the last day: 2026-11-01, -24h, now (the last full hour)</source>
        <translation>结束时间：2026-11-01、-24h、now（最近的整点）</translation>
    </message>
    <message>
        <source>Random seed; the same seed gives the same history (1)</source>
        <translation>随机种子：不同的数得到不同的结果，相同的数得到相同的结果（1）</translation>
    </message>
    <message>
        <source>Writes a simulated history, for trying reports and charts.</source>
        <translation>写入虚构日子的历史记录，用于试用报告和图表。</translation>
    </message>
    <message>
        <source>it already exists; name a new file</source>
        <translation>它已存在；请指定新文件</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoPath</name>
    <message>
        <source>answers every ping at once</source>
        <translation>立即应答每个 ping</translation>
    </message>
    <message>
        <source>answers after a random delay of up to ms milliseconds</source>
        <translation>在最多 ms 毫秒的随机延迟后应答</translation>
    </message>
    <message>
        <source>answers at once, but each ping number “every” after ms milliseconds</source>
        <translation>立即应答，但每第“every”个 ping 在 ms 毫秒后应答</translation>
    </message>
    <message>
        <source>answers after ms milliseconds</source>
        <translation>在 ms 毫秒后应答</translation>
    </message>
    <message>
        <source>answers only the newest of several pings (waits ms milliseconds for more)</source>
        <translation>多个 ping 中只应答最新的一个（等待 ms 毫秒以收集更多）</translation>
    </message>
    <message>
        <source>answers with another payload</source>
        <translation>以其他载荷应答</translation>
    </message>
    <message>
        <source>answers every ping twice</source>
        <translation>每个 ping 应答两次</translation>
    </message>
    <message>
        <source>sends a Close frame with that code and reason</source>
        <translation>发送带有该关闭码和原因的关闭帧</translation>
    </message>
    <message>
        <source>sends a Close frame without a code</source>
        <translation>发送不带关闭码的关闭帧</translation>
    </message>
    <message>
        <source>ends the TCP connection without a Close frame</source>
        <translation>不发关闭帧就结束 TCP 连接</translation>
    </message>
    <message>
        <source>resets the TCP connection</source>
        <translation>重置 TCP 连接</translation>
    </message>
    <message>
        <source>answers the upgrade with that HTTP status</source>
        <translation>以该 HTTP 状态应答升级请求</translation>
    </message>
    <message>
        <source>answers the upgrade with a wrong Sec-WebSocket-Accept</source>
        <translation>以错误的 Sec-WebSocket-Accept 应答升级请求</translation>
    </message>
    <message>
        <source>never answers the upgrade</source>
        <translation>从不应答升级请求</translation>
    </message>
    <message>
        <source>sends a frame that announces 2^62 bytes</source>
        <translation>发送宣称有 2^62 字节的帧</translation>
    </message>
    <message>
        <source>answers byte by byte, between the fragments of a message</source>
        <translation>在一条消息的分片之间逐字节应答</translation>
    </message>
    <message>
        <source>“%1” of %2 is a whole number from %3 to %4, not “%5”.</source>
        <translation>%2 的“%1”应为 %3 至 %4 的整数，而不是“%5”。</translation>
    </message>
    <message>
        <source>“%1” of %2 is a number of seconds from %3 to %4, not “%5”.</source>
        <translation>%2 的“%1”应为 %3 至 %4 的秒数，而不是“%5”。</translation>
    </message>
    <message>
        <source>“%1” of %2 is a number of milliseconds from %3 to %4, not “%5”.</source>
        <translation>%2 的“%1”应为 %3 至 %4 的毫秒数，而不是“%5”。</translation>
    </message>
    <message>
        <source>%1 has no parameter “%2”.</source>
        <translation>%1 没有参数“%2”。</translation>
    </message>
    <message>
        <source>“%1” of %2 is at most %3 bytes long.</source>
        <translation>%2 的“%1”最长为 %3 字节。</translation>
    </message>
    <message>
        <source>The address is too long.</source>
        <translation>地址过长。</translation>
    </message>
    <message>
        <source>There is no demo peer “%1”. There are:</source>
        <translation>没有演示对端“%1”。可用的有：</translation>
    </message>
    <message>
        <source>“%1” is given more than once.</source>
        <translation>“%1”给出了多次。</translation>
    </message>
    <message>
        <source>answers, then falls silent with the connection open</source>
        <translation>先应答，然后保持连接打开但不再发声</translation>
    </message>
    <message>
        <source>answers, and sends unsolicited pongs</source>
        <translation>正常应答，并发送无人请求的 pong</translation>
    </message>
    <message>
        <source>drops a connection after it has been silent for that long, as proxies do</source>
        <translation>像代理那样断开静默了这么久的连接</translation>
    </message>
    <message>
        <source>answers, and sends that many messages per second endlessly</source>
        <translation>正常应答，并无休止地每秒发送这么多条消息</translation>
    </message>
    <message>
        <source>sends bytes that are not WebSocket frames</source>
        <translation>发送不是 WebSocket 帧的字节</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoPeers</name>
    <message>
        <source>starting the demo peers</source>
        <translation>启动演示对端</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoPrometheus</name>
    <message>
        <source>writing the files of a Prometheus</source>
        <translation>写入 Prometheus 的文件</translation>
    </message>
    <message>
        <source>The Prometheus could not be started: %1.</source>
        <translation>无法启动 Prometheus：%1。</translation>
    </message>
    <message>
        <source>The Prometheus has ended.</source>
        <translation>Prometheus 已结束。</translation>
    </message>
    <message>
        <source>The Prometheus has ended: %1</source>
        <translation>Prometheus 已结束：%1</translation>
    </message>
    <message>
        <source>starting a Prometheus</source>
        <translation>启动 Prometheus</translation>
    </message>
    <message>
        <source>it is not installed (Debian&apos;s package prometheus has it)</source>
        <translation>它没有安装（Debian 的软件包 prometheus 提供它）</translation>
    </message>
    <message>
        <source>making a folder for a Prometheus</source>
        <translation>为 Prometheus 创建文件夹</translation>
    </message>
    <message>
        <source>filling a Prometheus with the past</source>
        <translation>向 Prometheus 写入历史</translation>
    </message>
    <message>
        <source>The Prometheus does not answer.</source>
        <translation>Prometheus 没有响应。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoRequest</name>
    <message>
        <source>The request has too many headers.</source>
        <translation>请求的标头过多。</translation>
    </message>
    <message>
        <source>The request has a header without a name.</source>
        <translation>请求中有一个没有名称的标头。</translation>
    </message>
    <message>
        <source>A WebSocket begins with GET.</source>
        <translation>WebSocket 以 GET 开始。</translation>
    </message>
    <message>
        <source>Sec-WebSocket-Key is not 16 bytes of Base64.</source>
        <translation>Sec-WebSocket-Key 不是 16 字节的 Base64。</translation>
    </message>
    <message>
        <source>This is not an HTTP/1.1 request.</source>
        <translation>这不是 HTTP/1.1 请求。</translation>
    </message>
    <message>
        <source>This server speaks WebSocket version 13. It has these peers:</source>
        <translation>此服务器使用 WebSocket 第 13 版。它有这些对端：</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DemoServer</name>
    <message>
        <source>Listening on %1, port %2: %3.</source>
        <translation>在 %1 端口 %2 上监听：%3。</translation>
    </message>
    <message>
        <source>A client could not be accepted: %1. It will be tried again every %2 ms.</source>
        <translation>无法接受一个客户端：%1。每 %2 毫秒会再试一次。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DesktopNotifications</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Mute for 1 Hour</source>
        <translation>静音 1 小时</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DialWay</name>
    <message>
        <source>The name of %1 can&apos;t be resolved: check its spelling and the name servers.</source>
        <translation>无法解析%1的名称：请检查拼写和域名服务器。</translation>
    </message>
    <message>
        <source>No connection to %1: nothing listens there, or it can&apos;t be reached.</source>
        <translation>无法连接到%1：那里没有监听者，或无法到达。</translation>
    </message>
    <message>
        <source>No answer from %1: it is down, or something drops the packets to it.</source>
        <translation>%1没有应答：它已停机，或途中有设备丢弃了数据包。</translation>
    </message>
    <message>
        <source>%1 ended the connection before it had reached the server.</source>
        <translation>%1在到达服务器之前结束了连接。</translation>
    </message>
    <message>
        <source>The rules of %1 forbid this connection.</source>
        <translation>%1的规则禁止此连接。</translation>
    </message>
    <message>
        <source>What answers is no proxy of this kind: check address and kind of %1.</source>
        <translation>应答者不是此类代理：请检查%1的地址和类型。</translation>
    </message>
    <message>
        <source>%1 can&apos;t resolve the server&apos;s host name: check the URL.</source>
        <translation>%1无法解析服务器的主机名：请检查 URL。</translation>
    </message>
    <message>
        <source>The server refused the connection of %1: nothing listens on this port, or a firewall rejects it. Is the server running?</source>
        <translation>服务器拒绝了%1的连接：此端口没有监听者，或被防火墙拒绝。服务器在运行吗？</translation>
    </message>
    <message>
        <source>%1 has no route to the server.</source>
        <translation>%1没有到服务器的路由。</translation>
    </message>
    <message>
        <source>The server did not answer %1 in time.</source>
        <translation>服务器没有及时应答%1。</translation>
    </message>
    <message>
        <source>%1 could not reach the server.</source>
        <translation>%1无法到达服务器。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used.</source>
        <translation>无法使用%1。</translation>
    </message>
    <message>
        <source>No connection through %1.</source>
        <translation>无法通过%1建立连接。</translation>
    </message>
    <message>
        <source>Its answer: %1 (RFC 1928).</source>
        <translation>其应答：%1（RFC 1928）。</translation>
    </message>
    <message>
        <source>Its answer: HTTP status %1.</source>
        <translation>其应答：HTTP 状态 %1。</translation>
    </message>
    <message>
        <source>Its answer: HTTP status %1, %2.</source>
        <translation>其应答：HTTP 状态 %1，%2。</translation>
    </message>
    <message>
        <source>the proxy %1 (from the profile)</source>
        <translation>代理 %1（来自配置）</translation>
    </message>
    <message>
        <source>the proxy %1 (from %2)</source>
        <extracomment>%2 is the name of an environment variable, like https_proxy</extracomment>
        <translation>代理 %1（来自 %2）</translation>
    </message>
    <message>
        <source>the proxy %1 (from the system&apos;s settings)</source>
        <translation>代理 %1（来自系统设置）</translation>
    </message>
    <message>
        <source>The proxy did not connect this side to the server: check the proxy&apos;s address, credentials and rules.</source>
        <translation>代理没有把本端连接到服务器：请检查代理的地址、凭证和规则。</translation>
    </message>
    <message>
        <source>%1 The reason: %2.</source>
        <extracomment>%1 a sentence, %2 a clause with the reason</extracomment>
        <translation>%1原因：%2。</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>系统的说法：%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 did not answer within %2</source>
        <translation>%1 在 %2内没有应答</translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation>%1 拒绝了连接</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached</source>
        <translation>无法到达 %1</translation>
    </message>
    <message>
        <source>%1 failed with error %2</source>
        <translation>%1 失败，错误码 %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>parts of a list in a sentence</extracomment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>a whole sentence made of a list</extracomment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 requires a user name and password, or different ones.</source>
        <translation>%1需要用户名和密码，或者需要另外的用户名和密码。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Dialogue</name>
    <message>
        <source>reading the dialogue</source>
        <translation>读取会话脚本</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>超过 %1 个字符</translation>
    </message>
    <message>
        <source>is not a regular expression: %1, at character %2</source>
        <translation>不是正则表达式：%1，位于第 %2 个字符</translation>
    </message>
    <message>
        <source>has nothing to send and nothing to expect</source>
        <translation>既没有要发送的内容，也没有要等待的内容</translation>
    </message>
    <message>
        <source>does not say when it answers</source>
        <translation>没有写何时应答</translation>
    </message>
    <message>
        <source>has more than %1 steps and answers</source>
        <translation>步骤和应答超过 %1 个</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>must be a number of seconds, more than 0 and at most %1</source>
        <translation>必须是秒数，大于 0 且不超过 %1</translation>
    </message>
    <message>
        <source>must be “text”, “hex” or “base64”</source>
        <translation>必须是“text”、“hex”或“base64”</translation>
    </message>
    <message>
        <source>it is not of the form REGEX=&gt;TEXT</source>
        <translation>不是“正则表达式=&gt;文本”的形式</translation>
    </message>
    <message>
        <source>it is not of the form S or REGEX=&gt;S, with S a number of seconds</source>
        <translation>不是“秒数”或“正则表达式=&gt;秒数”的形式</translation>
    </message>
    <message>
        <source>only one feed can be waited for</source>
        <translation>只能等待一个数据流</translation>
    </message>
    <message>
        <source>it is not of the form NAME=VALUE</source>
        <translation>不是“名称=值”的形式</translation>
    </message>
    <message>
        <source>says what a refusal looks like, but not what is expected</source>
        <translation>写了表示拒绝的内容，却没有写要等待的内容</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DialogueRow</name>
    <message>
        <source>Step %1</source>
        <translation>步骤 %1</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Expect</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Refused by</source>
        <translation>拒绝标志</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>When</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>nothing: the peer speaks first</source>
        <translation>留空：由对端先发送</translation>
    </message>
    <message>
        <source>nothing: only takes note of what matches</source>
        <translation>留空：仅记录匹配的内容</translation>
    </message>
    <message>
        <source>regular expression; nothing: goes on at once</source>
        <translation>正则表达式；留空：立即继续</translation>
    </message>
    <message>
        <source>regular expression of a “no”</source>
        <translation>表示拒绝的正则表达式</translation>
    </message>
    <message>
        <source>regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step, what is in the field</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Bytes in hexadecimal digits</source>
        <translation>十六进制字节</translation>
    </message>
    <message>
        <source>Bytes in Base64</source>
        <translation>Base64 字节</translation>
    </message>
    <message>
        <source>%1: written as</source>
        <comment>a step</comment>
        <translation>%1：书写格式</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>删除此步骤</translation>
    </message>
    <message>
        <source>Remove this rule</source>
        <translation>删除此规则</translation>
    </message>
</context>
<context>
    <name>Pongwatch::DialogueRows</name>
    <message>
        <source>step %1: %2</source>
        <translation>步骤 %1：%2</translation>
    </message>
    <message>
        <source>rule %1: %2</source>
        <translation>规则 %1：%2</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>Add a Step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Add a Rule</source>
        <translation>添加规则</translation>
    </message>
</context>
<context>
    <name>Pongwatch::EmptyState</name>
    <message>
        <source>No peers yet</source>
        <translation>还没有对端</translation>
    </message>
    <message>
        <source>Add the URL of a WebSocket server to watch how it answers,
or try the demo: peers on this machine that misbehave on purpose.</source>
        <translation>添加 WebSocket 服务器的 URL 以观察其应答情况，
或试用演示：本机上故意出错的对端。</translation>
    </message>
    <message>
        <source>Add a URL</source>
        <translation>添加 URL</translation>
    </message>
    <message>
        <source>Paste many…</source>
        <translation>粘贴多个…</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
</context>
<context>
    <name>Pongwatch::EndListModel</name>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Was open</source>
        <translation>连接时长</translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventFoldModel</name>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%n 个对端</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 down</source>
        <extracomment>%1 how many peers, %2 of how many, %3 an address</extracomment>
        <translation>%2 个中有 %1 个断开</translation>
    </message>
    <message>
        <source>%1 of %2 were down</source>
        <translation>%2 个中曾有 %1 个断开</translation>
    </message>
    <message>
        <source>%1 of %2 down, all at %3</source>
        <translation>%2 个中有 %1 个断开，都在 %3</translation>
    </message>
    <message>
        <source>%1 of %2 were down, all at %3</source>
        <translation>%2 个中曾有 %1 个断开，都在 %3</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <comment>outage</comment>
        <extracomment>%1 what was said so far, %2 a duration</extracomment>
        <translation>%1，已 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group</comment>
        <extracomment>%1 a group of peers, %2 a sentence about them</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1. Newest: %2</source>
        <extracomment>%1 a sentence about several peers, %2 what happened to one of them last</extracomment>
        <translation>%1。最近：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n times, last: %1</source>
        <extracomment>%1 what happened the last time</extracomment>
        <translation>
            <numerusform>%n 次，最近一次：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventHistoryBar</name>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史记录…</translation>
    </message>
    <message>
        <source>The history can&apos;t be read: %1</source>
        <translation>无法读取历史记录：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) found.</source>
        <translation>
            <numerusform>找到 %n 个事件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Events of this run.</source>
        <translation>本次运行的事件。</translation>
    </message>
    <message>
        <source>Events since %1.</source>
        <translation>自 %1 以来的事件。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) found since %1; there are more.</source>
        <translation>
            <numerusform>自 %1 以来找到 %n 个事件；还有更多。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Earlier Events</source>
        <translation>更早的事件(&amp;E)</translation>
    </message>
    <message>
        <source>Read events of earlier runs from the history</source>
        <translation>从历史记录读取以前运行的事件</translation>
    </message>
    <message>
        <source>&amp;Search the History…</source>
        <translation>搜索历史记录(&amp;S)…</translation>
    </message>
    <message>
        <source>Show &amp;All Events Again</source>
        <translation>重新显示所有事件(&amp;A)</translation>
    </message>
    <message>
        <source>No more events fit here: search for a time span.</source>
        <translation>此处已放不下更多事件：请按时间段搜索。</translation>
    </message>
    <message>
        <source>All events in the history are shown.</source>
        <translation>历史记录中的所有事件都已显示。</translation>
    </message>
    <message>
        <source>No matching events in the history.</source>
        <translation>在历史记录中没有找到。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventLog</name>
    <message>
        <source>Paused by the user.</source>
        <translation>由用户暂停。</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>已连接到 %1。</translation>
    </message>
    <message>
        <source>Connected to %1 in %2.</source>
        <translation>已在 %2内连接到 %1。</translation>
    </message>
    <message>
        <source>No pong for %1, and our bytes are not acknowledged: the path is silent.</source>
        <translation>%1内没有 pong，且我们的字节未被确认：链路静默。</translation>
    </message>
    <message>
        <source>No pong for %1, though our bytes are acknowledged: the peer is silent.</source>
        <translation>%1内没有 pong，但我们的字节已被确认：对端静默。</translation>
    </message>
    <message>
        <source>No pong for %1.</source>
        <translation>%1内没有 pong。</translation>
    </message>
    <message>
        <source>This machine was suspended for %1.</source>
        <translation>本机休眠了 %1。</translation>
    </message>
    <message>
        <source>Binary data, %1.</source>
        <translation>二进制数据，%1。</translation>
    </message>
    <message>
        <source>The pong of ping %1 came after %2.</source>
        <translation>ping %1 的 pong 在 %2后到达。</translation>
    </message>
    <message>
        <source>No right pong for %1: what the peer answers carries another payload, or none.</source>
        <translation>%1内没有正确的 pong：对端的应答载荷不符，或没有载荷。</translation>
    </message>
    <message>
        <source>Its feed goes on.</source>
        <translation>其数据流已恢复。</translation>
    </message>
    <message>
        <source>Pongwatch itself was stopped for %1.</source>
        <translation>Pongwatch 自身曾暂停运行 %1。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventLogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventLogPane</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the event log</source>
        <translation>搜索事件日志</translation>
    </message>
    <message>
        <source>Kinds of events</source>
        <translation>事件种类</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>所有事件</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Selected peers only</source>
        <translation>仅所选对端</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy all entries shown, one per line</source>
        <translation>复制显示的所有条目，每行一条</translation>
    </message>
    <message>
        <source>Show the newest event only</source>
        <translation>只显示最新的事件</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>显示所有事件</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>尚未发生任何事件。</translation>
    </message>
    <message>
        <source>%1  %2: %3</source>
        <extracomment>a moment, a peer, what happened</extracomment>
        <translation>%1  %2：%3</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>事件日志</translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventLogView</name>
    <message>
        <source>Event log</source>
        <translation>事件日志</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Show in Chart</source>
        <translation>在图表中显示(&amp;S)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::EventSearchDialog</name>
    <message>
        <source>Search the History</source>
        <translation>搜索历史记录</translation>
    </message>
    <message>
        <source>&amp;Peer:</source>
        <translation>对端(&amp;P)：</translation>
    </message>
    <message>
        <source>All peers</source>
        <translation>所有对端</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>从(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>到(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>The end is before the beginning.</source>
        <translation>结束时间早于开始时间。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Examine</name>
    <message>
        <source>Recommended ping interval: %1</source>
        <translation>建议的 ping 间隔：%1</translation>
    </message>
    <message>
        <source>Examining %1: this takes %2 at most, with %3 connections at a time at most.</source>
        <translation>正在检查 %1：最多需要 %2，同时最多 %3 条连接。</translation>
    </message>
    <message>
        <source>%1 of %2: %3; at most %4 left</source>
        <translation>%1/%2：%3；最多还需 %4</translation>
    </message>
    <message>
        <source>%1; silent for %2 so far</source>
        <translation>%1；至今已静默 %2</translation>
    </message>
    <message>
        <source>Cancelled: what is above was known by then.</source>
        <translation>已取消：以上是到那时为止的结果。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ExamineCommand</name>
    <message>
        <source>Finds out what a WebSocket peer, and what is before it, does with connections: how long one may be silent and what resets that, how pings and Close frames are answered, and more. Exit status: 0 if nothing faulty was found, 1 if something was, 2 for wrong usage, 130 if interrupted.</source>
        <translation>检查 WebSocket 对端及其前面的设备如何对待连接：连接可以静默多久、什么会重新计时、如何应答 ping 和 Close 帧，等等。退出状态：0 未发现问题，1 发现问题，2 用法错误，130 被中断。</translation>
    </message>
    <message>
        <source>keeping what the examination found</source>
        <translation>保存检查结果</translation>
    </message>
    <message>
        <source>reading the history</source>
        <translation>读取历史记录</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ExamineDialog</name>
    <message>
        <source>Examine “%1”</source>
        <translation>检查“%1”</translation>
    </message>
    <message>
        <source>Finds out what “%1”, and what is before it, do with connections: how long one may be silent and what resets that, how pings and Close frames are answered, what wrong requests get, and more. It opens connections of its own, at most 16 at a time, and sends nothing malformed.</source>
        <translation>检查“%1”及其前面的设备如何对待连接：连接可以静默多久、什么会重新计时、如何应答 ping 和 Close 帧、如何对待错误的请求，等等。检查使用自己的连接，同时最多 16 条，不发送任何畸形数据。</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Find out what the last examination, which was cancelled, did not</source>
        <translation>检查上次被取消的检查未完成的项目</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the findings as text</source>
        <translation>以文本形式复制检查结果</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>The same for other programs</source>
        <translation>用于其他程序的同样设置</translation>
    </message>
    <message>
        <source>It takes %1 at most, less if a limit is found.</source>
        <translation>最多需要 %1，发现上限则更短。</translation>
    </message>
    <message>
        <source>%1; at most %2 left</source>
        <translation>%1；最多还需 %2</translation>
    </message>
    <message>
        <source>%1; silent for %2 so far</source>
        <translation>%1；至今已静默 %2</translation>
    </message>
    <message>
        <source>It is pinged every %1.</source>
        <translation>目前每 %1 一次 ping。</translation>
    </message>
    <message>
        <source>It is not pinged.</source>
        <translation>目前不发送 ping。</translation>
    </message>
    <message>
        <source>Recommended: a ping every %1. %2 That is enough.</source>
        <translation>建议：每 %1 一次 ping。%2这已足够。</translation>
    </message>
    <message>
        <source>Recommended: a ping every %1. %2</source>
        <translation>建议：每 %1 一次 ping。%2</translation>
    </message>
    <message>
        <source>Set Ping &amp;Interval to %1</source>
        <translation>将 ping 间隔设为 %1(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Longest silence to try:</source>
        <translation>尝试的最长静默(&amp;L)：</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ExamineFeature</name>
    <message>
        <source>E&amp;xamine…</source>
        <translation>检查(&amp;X)…</translation>
    </message>
    <message>
        <source>Find out how long the selected peer&apos;s connections may be silent, who cuts them, how pings are answered, and more</source>
        <translation>检查所选对端的连接可以静默多久、由谁切断、如何应答 ping，等等</translation>
    </message>
    <message>
        <source>Cancelled. What is above was known by then.</source>
        <translation>已取消。以上是到那时为止的结果。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>setting the ping interval of “%1”</source>
        <translation>设置“%1”的 ping 间隔</translation>
    </message>
    <message>
        <source>“%1” wants more than a connection: answer that question first.</source>
        <translation>“%1”所要的不只是连接：请先回答那个问题。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ExchangeFeature</name>
    <message>
        <source>writing the file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json *.pongwatch)</source>
        <translation>JSON (*.json *.pongwatch)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Export as &amp;Table (CSV)…</source>
        <translation>导出为表格 (CSV)(&amp;T)…</translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation>导出为 JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Paste Peers</source>
        <translation>粘贴对端(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Copy As</source>
        <translation>复制为(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;pongwatch monitor</source>
        <translation>&amp;pongwatch monitor</translation>
    </message>
    <message>
        <source>Program for p&amp;ython-websockets</source>
        <translation>python-websockets 程序(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;websocat</source>
        <translation>&amp;websocat</translation>
    </message>
    <message>
        <source>w&amp;scat</source>
        <translation>w&amp;scat</translation>
    </message>
    <message>
        <source>There is no text in the clipboard. Copy URLs or commands first.</source>
        <translation>剪贴板中没有文本。请先复制 URL 或命令。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>It contains no peers.</source>
        <translation>其中没有对端。</translation>
    </message>
    <message numerus="yes">
        <source>adding %n peers</source>
        <translation>
            <numerusform>添加 %n 个对端</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n commands copied, without secrets.</source>
        <translation>
            <numerusform>已复制 %n 条命令，不含凭据。</numerusform>
        </translation>
    </message>
    <message>
        <source>A Workspace</source>
        <translation>工作区文件</translation>
    </message>
    <message>
        <source>“%1” is a workspace.</source>
        <translation>“%1”是一个工作区。</translation>
    </message>
    <message>
        <source>Open it in place of the one that is open, or add its peers to that one?</source>
        <translation>要打开它以取代当前的工作区，还是把其中的对端添加到当前的工作区？</translation>
    </message>
    <message>
        <source>&amp;Open It</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Add Its Peers…</source>
        <translation>添加其中的对端(&amp;A)…</translation>
    </message>
    <message>
        <source>All that can be imported (*.csv *.tsv *.json *.har *.yaml *.yml *.bru *.pongwatch *.txt *.sh *.env .env);;All files (*)</source>
        <translation>所有可导入的文件 (*.csv *.tsv *.json *.har *.yaml *.yml *.bru *.pongwatch *.txt *.sh *.env .env);;所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Show It</source>
        <translation>显示现有对端(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Add Another</source>
        <translation>再添加一个(&amp;A)</translation>
    </message>
    <message>
        <source>Duplicate Peer</source>
        <translation>重复的对端</translation>
    </message>
    <message>
        <source>“%1” already has this URL.</source>
        <translation>“%1”已使用此 URL。</translation>
    </message>
    <message>
        <source>Add another one, or show the existing one?</source>
        <translation>要再添加一个，还是显示已有的？</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Explanation</name>
    <message>
        <source>%1 The system says: %2.</source>
        <extracomment>a sentence, and after it what the system answered, between quotation marks</extracomment>
        <translation>%1 系统的说法：%2。</translation>
    </message>
    <message>
        <source>Not open after %1: the host name was still being looked up. Check the name servers.</source>
        <translation>%1后仍未连上：主机名仍在解析。请检查域名服务器。</translation>
    </message>
    <message>
        <source>Not open after %1: nothing answered the TCP connection. A firewall drops it, or the machine is down.</source>
        <translation>%1后仍未连上：TCP 连接没有任何应答。被防火墙丢弃，或机器已停机。</translation>
    </message>
    <message>
        <source>Not open after %1: the proxy had not connected this side to the server.</source>
        <translation>%1后仍未连上：代理还没有把本端连接到服务器。</translation>
    </message>
    <message>
        <source>Not open after %1: TCP was connected, but the TLS handshake was not finished. The server hangs, or does not speak TLS on this port.</source>
        <translation>%1后仍未连上：TCP 已连接，但 TLS 握手没有完成。服务器挂起，或在此端口不使用 TLS。</translation>
    </message>
    <message>
        <source>Not open after %1: connected, but the server never answered the WebSocket upgrade. Its process hangs or is overloaded, or this port serves something else.</source>
        <translation>%1后仍未连上：已连接，但服务器从未应答 WebSocket 升级请求。其进程挂起或过载，或此端口提供的是其他服务。</translation>
    </message>
    <message>
        <source>The connection was reset within the TLS handshake: the server does not speak TLS on this port, or a firewall cut it.</source>
        <translation>连接在 TLS 握手期间被重置：服务器在此端口不使用 TLS，或被防火墙切断。</translation>
    </message>
    <message>
        <source>The connection was ended within the TLS handshake: the server does not speak TLS on this port, or refuses this client.</source>
        <translation>连接在 TLS 握手期间结束：服务器在此端口不使用 TLS，或拒绝此客户端。</translation>
    </message>
    <message>
        <source>The proxy ended the connection before it had reached the server.</source>
        <translation>代理在到达服务器之前结束了连接。</translation>
    </message>
    <message>
        <source>The host name could not be resolved: check its spelling and the name servers.</source>
        <translation>无法解析主机名：请检查拼写和域名服务器。</translation>
    </message>
    <message>
        <source>The connection was refused: nothing listens on this port, or a firewall rejects it. Is the server running?</source>
        <translation>连接被拒绝：此端口没有监听者，或被防火墙拒绝。服务器在运行吗？</translation>
    </message>
    <message>
        <source>The server&apos;s address can&apos;t be reached: no route, or this machine is offline.</source>
        <translation>无法到达服务器地址：没有路由，或本机离线。</translation>
    </message>
    <message>
        <source>The connection could not be made.</source>
        <translation>无法建立连接。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Its reason: %1.</source>
        <translation>其原因：%1。</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>系统的说法：%1。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The peer closed after %1 with an empty Close frame: a clean end whose reason it withheld.</source>
        <translation>对端在 %1后以空的关闭帧关闭：正常结束，但未说明原因。</translation>
    </message>
    <message>
        <source>The peer closed after %1 with 1011 because it missed this side&apos;s pong: look at this side and at the path to the peer, not at the server.</source>
        <translation>对端在 %1后以 1011 关闭，因为它没有收到本端的 pong：请检查本端以及到对端的链路，而不是服务器。</translation>
    </message>
    <message>
        <source>The peer closed after %1 with %2.</source>
        <translation>对端在 %1后以 %2 关闭。</translation>
    </message>
    <message>
        <source>The dial was given up on this side before the connection was open.</source>
        <translation>连接在打开之前被本端放弃。</translation>
    </message>
    <message>
        <source>Dropped on this side after %1.</source>
        <translation>在 %1后被本端断开。</translation>
    </message>
    <message>
        <source>Closed on this side after %1, because the program ended.</source>
        <translation>程序结束，本端在 %1后关闭。</translation>
    </message>
    <message>
        <source>Closed on this side after %1 with %2.</source>
        <translation>本端在 %1后以 %2 关闭。</translation>
    </message>
    <message>
        <source>Closed on this side after %1 with an empty Close frame.</source>
        <translation>本端在 %1后以空的关闭帧关闭。</translation>
    </message>
    <message>
        <source>The peer did not answer with a Close frame of its own.</source>
        <translation>对端没有以自己的关闭帧应答。</translation>
    </message>
    <message>
        <source>no pong came for %1</source>
        <translation>%1内没有 pong</translation>
    </message>
    <message>
        <source>no pong came in time</source>
        <translation>没有及时收到 pong</translation>
    </message>
    <message>
        <source>The server&apos;s TCP stack answers, but its program has stopped reading (%1 bytes wait in front of a closed receive window), and %2: the process hangs or can&apos;t keep up.</source>
        <translation>服务器的 TCP 栈有应答，但其程序已停止读取（%1 字节在关闭的接收窗口前等待），且%2：进程挂起或跟不上。</translation>
    </message>
    <message>
        <source>The peer goes on sending (the last byte came %1 before), but %2: it does not answer pings, or they wait behind other traffic.</source>
        <translation>对端仍在发送（最后一个字节在 %1前到达），但%2：它不应答 ping，或 ping 排在其他流量之后。</translation>
    </message>
    <message>
        <source>The server&apos;s TCP stack acknowledged the ping</source>
        <translation>服务器的 TCP 栈确认了 ping</translation>
    </message>
    <message numerus="yes">
        <source>The server&apos;s TCP stack acknowledged %Ln pings</source>
        <translation>
            <numerusform>服务器的 TCP 栈确认了 %Ln 个 ping</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, but %2: the process or a proxy in front of it hangs.</source>
        <translation>%1，但%2：进程或其前面的代理挂起。</translation>
    </message>
    <message>
        <source>after a retransmission</source>
        <translation>经过一次重传</translation>
    </message>
    <message numerus="yes">
        <source>after %Ln retransmissions</source>
        <translation>
            <numerusform>经过 %Ln 次重传</numerusform>
        </translation>
    </message>
    <message>
        <source>the probes of a closed window stay unanswered</source>
        <translation>对关闭窗口的探测始终没有应答</translation>
    </message>
    <message>
        <source>one segment is still unacknowledged %1</source>
        <translation>一个报文段%1后仍未被确认</translation>
    </message>
    <message numerus="yes">
        <source>%Ln segments are still unacknowledged %1</source>
        <translation>
            <numerusform>%Ln 个报文段%1后仍未被确认</numerusform>
        </translation>
    </message>
    <message>
        <source>The network to the peer is silent: %1, and %2. Check the link, firewalls and NAT on the way, and whether the peer&apos;s machine is up.</source>
        <translation>到对端的网络静默：%1，且%2。请检查途中的链路、防火墙和 NAT，以及对端的机器是否在运行。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pings are unanswered</source>
        <translation>
            <numerusform>%Ln 个 ping 没有应答</numerusform>
        </translation>
    </message>
    <message>
        <source>the ping is unanswered</source>
        <translation>该 ping 没有应答</translation>
    </message>
    <message>
        <source>No answer: %1, and %2. Whether the network or the peer fell silent can&apos;t be told.</source>
        <translation>没有应答：%1，且%2。无法判断是网络静默还是对端静默。</translation>
    </message>
    <message>
        <source>The last byte came %1 before.</source>
        <translation>最后一个字节在 %1前到达。</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>在 %1 之后</translation>
    </message>
    <message>
        <source>after %1, %2 after the last byte came in</source>
        <translation>在 %1 之后，距最后一个字节到达 %2</translation>
    </message>
    <message>
        <source>The connection is cut whenever nothing comes in for %1: an idle timeout of the server, a proxy or a load balancer; ping more often than that.</source>
        <translation>每当 %1 没有数据到达，连接就被切断：这是服务器、代理或负载均衡器的空闲超时；请以更短的间隔 ping。</translation>
    </message>
    <message>
        <source>This looks like an idle timeout of a proxy or load balancer of %1; ping more often than that.</source>
        <translation>这看起来像代理或负载均衡器的空闲超时（%1）；请以更短的间隔 ping。</translation>
    </message>
    <message>
        <source>The TCP connection was ended by the other side without a Close frame %1.</source>
        <translation>TCP 连接%1被另一方结束，没有关闭帧。</translation>
    </message>
    <message>
        <source>The server&apos;s process ended, or a proxy dropped the connection: look into their logs at this time.</source>
        <translation>服务器进程结束，或代理断开了连接：请查看它们此时的日志。</translation>
    </message>
    <message>
        <source>The TCP connection was reset %1.</source>
        <translation>TCP 连接%1被重置。</translation>
    </message>
    <message>
        <source>The server&apos;s process crashed or was killed, or a firewall or load balancer dropped the connection.</source>
        <translation>服务器进程崩溃或被终止，或防火墙或负载均衡器断开了连接。</translation>
    </message>
    <message>
        <source>The peer announced a message over the size limit, so this side closed with 1009 after %1: raise the limit, or look at what the peer sends.</source>
        <translation>对端宣布了超过大小限制的消息，本端在 %1后以 1009 关闭：请提高限制，或检查对端发送的内容。</translation>
    </message>
    <message>
        <source>What was wrong: %1.</source>
        <translation>问题所在：%1。</translation>
    </message>
    <message>
        <source>The network connection failed %1.</source>
        <translation>网络连接%1失败。</translation>
    </message>
    <message>
        <source>The network lost its route to the peer %1.</source>
        <translation>网络%1失去了到对端的路由。</translation>
    </message>
    <message>
        <source>TLS failed within the open connection %1.</source>
        <translation>TLS 在已打开的连接中%1失败。</translation>
    </message>
    <message>
        <source>This machine had woken from suspend %1 before, which explains a lost connection.</source>
        <translation>本机在此之前 %1 刚从休眠中唤醒，这可以解释连接丢失。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %Ln ends looked like this.</source>
        <translation>
            <numerusform>最近 %Ln 次结束中有 %1 次与此类似。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>quotation marks around what a peer or the system said</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Not open after %1: none of the server&apos;s addresses could be connected to.</source>
        <translation>%1后仍未连上：服务器的所有地址均无法连接。</translation>
    </message>
    <message>
        <source>Not open after %1: %2 had not connected this side to the server.</source>
        <translation>%1后仍未连上：%2还没有把本端连接到服务器。</translation>
    </message>
    <message>
        <source>This side could not dial: a limit of this machine is reached.</source>
        <translation>本端无法连接：已达到本机的某项限制。</translation>
    </message>
    <message>
        <source>An answered ping resets it.</source>
        <translation>得到应答的 ping 会重置此计时。</translation>
    </message>
    <message>
        <source>It ends whenever no message has passed for %1, though pings are answered: an idle timeout that counts messages only, of a proxy, a load balancer or the server; send one more often than that.</source>
        <translation>只要 %1内没有消息往来，连接就会结束，尽管 ping 有应答：这是代理、负载均衡器或服务器只统计消息的空闲超时；请以更短的间隔发送消息。</translation>
    </message>
    <message>
        <source>It ends at the age of %1, though messages pass and pings are answered: a limit on the age of connections, of a proxy, a load balancer or the server. Nothing that is sent puts it off; reconnect.</source>
        <translation>连接建立 %1后就会结束，尽管有消息往来且 ping 有应答：这是代理、负载均衡器或服务器对连接时长的限制。发送任何内容都不能推迟；请重连。</translation>
    </message>
    <message>
        <source>It ends at the age of %1, though pings are answered: a limit on the age of connections, or an idle timeout that counts messages only, of a proxy, a load balancer or the server; or the server waits for a message, such as a login.</source>
        <translation>连接建立 %1后就会结束，尽管 ping 有应答：可能是代理、负载均衡器或服务器对连接时长的限制，或只统计消息的空闲超时；也可能是服务器在等待某条消息（例如登录）。</translation>
    </message>
    <message>
        <source>It ends at the age of %1, though pings are answered: a limit on the age of connections, or an idle timeout that counts messages only, of a proxy, a load balancer or the server. Pings don&apos;t put it off; messages may.</source>
        <translation>连接建立 %1后就会结束，尽管 ping 有应答：可能是代理、负载均衡器或服务器对连接时长的限制，或只统计消息的空闲超时。ping 不能推迟，消息或许可以。</translation>
    </message>
    <message>
        <source>a pong came with another payload than its ping had, or with none</source>
        <translation>收到的 pong 载荷与其 ping 不同，或没有载荷</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pongs came with other payloads than their pings had, or with none</source>
        <translation>
            <numerusform>收到 %Ln 个 pong，其载荷与对应的 ping 不同，或没有载荷</numerusform>
        </translation>
    </message>
    <message>
        <source>Its pong came after %1, when this side had closed already: it is slow, not gone.</source>
        <translation>其 pong 在 %1后到达，此时本端已经关闭：对端只是慢，并未失联。</translation>
    </message>
    <message>
        <source>The peer sent text that is not valid UTF-8, so this side closed with 1007 after %1: it sends binary data as text, or in another encoding.</source>
        <translation>对端发送了不是有效 UTF-8 的文本，本端在 %1后以 1007 关闭：它把二进制数据当作文本发送，或使用了其他编码。</translation>
    </message>
    <message>
        <source>The peer sent what breaks the WebSocket protocol, so this side closed with %2 after %1: the server or a proxy between does not conform.</source>
        <translation>对端发送了违反 WebSocket 协议的内容，本端在 %1后以 %2 关闭：服务器或中间的代理不符合规范。</translation>
    </message>
    <message>
        <source>The connection went through %1.</source>
        <translation>连接经过%1。</translation>
    </message>
    <message>
        <source>A redirect had led to %1.</source>
        <translation>重定向指向了 %1。</translation>
    </message>
    <message>
        <source>Not open after %1: no address of the server that was tried could be connected to.</source>
        <translation>%1后仍未连上：尝试过的服务器地址都无法连接。</translation>
    </message>
    <message>
        <source>Not open after %1: the server began to answer the WebSocket upgrade, and did not come to an end. It or a proxy before it is overloaded, or the network is very slow.</source>
        <translation>%1后仍未连上：服务器开始应答 WebSocket 升级请求，但没有发完。服务器或其前面的代理过载，或者网络非常慢。</translation>
    </message>
    <message>
        <source>The connection was reset in the middle of the server&apos;s answer to the WebSocket upgrade: its process crashed, or a proxy or firewall cut it.</source>
        <translation>服务器应答 WebSocket 升级请求的过程中，连接被重置：其进程崩溃，或者被代理或防火墙切断。</translation>
    </message>
    <message>
        <source>The connection was ended in the middle of the server&apos;s answer to the WebSocket upgrade: its process failed, or a proxy broke off.</source>
        <translation>服务器应答 WebSocket 升级请求的过程中，连接被结束：其进程出错，或者代理中断了连接。</translation>
    </message>
    <message>
        <source>The connection was reset before the server answered the WebSocket upgrade: its process crashed, it serves nothing under this path, or a firewall or load balancer has no server behind it.</source>
        <translation>服务器应答 WebSocket 升级请求之前，连接被重置：其进程崩溃，该路径下没有服务，或者防火墙或负载均衡器后面没有服务器。</translation>
    </message>
    <message>
        <source>The connection was reset before the server answered the WebSocket upgrade: wrong port, wss is wanted instead of ws, the server&apos;s process crashed, or a firewall or load balancer has no server behind it.</source>
        <translation>服务器应答 WebSocket 升级请求之前，连接被重置：端口错误，应使用 wss 而不是 ws，服务器进程崩溃，或者防火墙或负载均衡器后面没有服务器。</translation>
    </message>
    <message>
        <source>The connection was ended after the TLS handshake and before the server answered the WebSocket upgrade: it refuses this client, its path or subprotocol, its process failed, or a load balancer has no server behind it.</source>
        <translation>TLS 握手之后、服务器应答 WebSocket 升级请求之前，连接被结束：服务器拒绝了此客户端、路径或子协议，其进程出错，或者负载均衡器后面没有服务器。</translation>
    </message>
    <message>
        <source>The connection was ended before the server answered the WebSocket upgrade: wrong port, path or subprotocol, wss is wanted instead of ws, or a load balancer has no server behind it.</source>
        <translation>服务器应答 WebSocket 升级请求之前，连接被结束：端口、路径或子协议错误，应使用 wss 而不是 ws，或者负载均衡器后面没有服务器。</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步（共 %2 步）</translation>
    </message>
    <message>
        <source>the first message</source>
        <comment>a step of a dialogue</comment>
        <translation>第一条消息</translation>
    </message>
    <message>
        <source>Nothing came instead.</source>
        <translation>没有收到任何消息。</translation>
    </message>
    <message>
        <source>What came instead: %1.</source>
        <translation>收到的是：%1。</translation>
    </message>
    <message>
        <source>The peer refused %1 of the dialogue. It said: %2.</source>
        <translation>对端拒绝了会话脚本的%1。对端的回复：%2。</translation>
    </message>
    <message>
        <source>More than %1 messages a second asked for an answer of the dialogue (%2), so this side closed. The peer floods, or a rule answers what its own answer causes.</source>
        <translation>每秒有超过 %1 条消息需要会话脚本应答（%2），因此本端关闭了连接。对端在大量发送消息，或者某条规则应答了由自身应答引发的消息。</translation>
    </message>
    <message>
        <source>A message of the dialogue could not be put together: %1.</source>
        <translation>无法生成会话脚本中的消息：%1。</translation>
    </message>
    <message>
        <source>The WebSocket connection was made, but for %1 the peer did not answer %2 of the dialogue with %3.</source>
        <translation>WebSocket 连接已建立，但在 %1内，对端没有用 %3 应答会话脚本的%2。</translation>
    </message>
    <message>
        <source>The connection was open, but the peer sent no message for %1.</source>
        <translation>连接是打开的，但对端在 %1内没有发送任何消息。</translation>
    </message>
    <message>
        <source>The connection was open, but the peer sent nothing that matches %1 for %2.</source>
        <translation>连接是打开的，但对端在 %2内没有发送匹配 %1 的消息。</translation>
    </message>
    <message>
        <source>It answers pings (the last pong came %1 before): its feed has stopped, not its connection.</source>
        <translation>对端仍应答 ping（最近的 pong 在 %1前到达）：中断的是数据流，不是连接。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln such messages had come in this connection.</source>
        <translation>
            <numerusform>此连接中曾收到 %Ln 条这样的消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>None had come in this connection.</source>
        <translation>此连接中从未收到这样的消息。</translation>
    </message>
    <message>
        <source>Its feed had been silent for %1.</source>
        <translation>其数据流已中断 %1。</translation>
    </message>
    <message>
        <source>This was within %1 of the dialogue, while %2 was waited for.</source>
        <translation>当时处于会话脚本的%1，正在等待 %2。</translation>
    </message>
    <message>
        <source>Clients of this service speak first: try the preset %1.</source>
        <translation>此服务要求客户端先发送消息：请试用预设 %1。</translation>
    </message>
    <message>
        <source>The proxy&apos;s TCP stack answers, but %1 bytes wait in front of a closed receive window, and %2: the proxy or the server behind it hangs or can&apos;t keep up.</source>
        <translation>代理的 TCP 协议栈有应答，但接收窗口已关闭，%1 字节在等待发送，且%2：代理或其后面的服务器已挂起或跟不上。</translation>
    </message>
    <message>
        <source>The proxy&apos;s TCP stack acknowledged the ping</source>
        <translation>代理的 TCP 协议栈确认了 ping</translation>
    </message>
    <message numerus="yes">
        <source>The proxy&apos;s TCP stack acknowledged %Ln pings</source>
        <translation>
            <numerusform>代理的 TCP 协议栈确认了 %Ln 个 ping</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, but %2: the proxy or the server behind it hangs, or the way between them is cut.</source>
        <translation>%1，但%2：代理或其后面的服务器已挂起，或者两者之间的链路中断。</translation>
    </message>
    <message>
        <source>The network to the proxy is silent: %1, and %2. Check the link and firewalls on the way to it, and whether its machine is up.</source>
        <translation>到代理的网络没有响应：%1，且%2。请检查到代理的链路和防火墙，以及代理主机是否在运行。</translation>
    </message>
    <message>
        <source>The TCP connection to the proxy was reset %1: the proxy crashed or was killed, or it passed on what the server or a firewall did.</source>
        <translation>到代理的 TCP 连接在%1被重置：代理崩溃或被终止，或者代理转达了服务器或防火墙的操作。</translation>
    </message>
    <message>
        <source>Pongwatch itself had been stopped until %1 before, and had answered nothing meanwhile, which explains a lost connection.</source>
        <translation>Pongwatch 自身在此前 %1才恢复运行，暂停期间未作任何应答，这足以解释连接为何断开。</translation>
    </message>
    <message>
        <source>The dialogue&apos;s expression %1 takes too many steps on what the peer sends, so this side closed. Write a simpler one.</source>
        <translation>会话脚本的正则表达式 %1 在匹配对端消息时步数过多，因此本端已关闭连接。请改用更简单的表达式。</translation>
    </message>
    <message>
        <source>Connected, and it answers pings, but it sent no message for %1.</source>
        <translation>已连接且应答 Ping，但已有 %1未发送消息。</translation>
    </message>
    <message>
        <source>Connected, but it sent no message for %1.</source>
        <translation>已连接，但已有 %1未发送消息。</translation>
    </message>
    <message>
        <source>Connected, and it answers pings, but it sent nothing that matches %1 for %2.</source>
        <translation>已连接且应答 Ping，但已有 %2未发送匹配 %1 的消息。</translation>
    </message>
    <message>
        <source>Connected, but it sent nothing that matches %1 for %2.</source>
        <translation>已连接，但已有 %2未发送匹配 %1 的消息。</translation>
    </message>
    <message>
        <source>The answer to the handshake is not that of a WebSocket server: a proxy in between changes it, or something else serves this URL.</source>
        <translation>对握手的应答不是 WebSocket 服务器的应答：被中间的代理修改，或此 URL 提供的是其他服务。</translation>
    </message>
    <message>
        <source>The peer sends pongs of its own accord, as RFC 6455 5.5.3 allows, but for %1 none that answers a ping of this side: its program does not answer pings, or a proxy in between takes them away.</source>
        <translation>对端会主动发送 pong（RFC 6455 5.5.3 允许），但 %1内没有一个是对本端 ping 的应答：对端程序不应答 ping，或被中间的代理拦截。</translation>
    </message>
    <message>
        <source>The peer answers pings, but wrongly: %1, and for %2 none with the right one. Its WebSocket implementation, or a proxy in between, does not conform (RFC 6455 5.5.3).</source>
        <translation>对端应答了 ping，但应答不正确：%1，且 %2内没有一个载荷正确。其 WebSocket 实现或中间的代理不符合规范（RFC 6455 5.5.3）。</translation>
    </message>
    <message>
        <source>The proxy ended the TCP connection without a Close frame %1: by itself, or because the server had ended its own. Check the logs of both for this time.</source>
        <translation>代理在%1没有发送关闭帧就结束了 TCP 连接：代理自行结束，或者因为服务器结束了它那一侧的连接。请查看两者此时的日志。</translation>
    </message>
    <message>
        <source>The peer closed after %1, but its Close frame breaks the WebSocket protocol: the server or a proxy in between does not conform.</source>
        <translation>对端在 %1后关闭，但其关闭帧违反 WebSocket 协议：服务器或中间的代理不符合规范。</translation>
    </message>
    <message>
        <source>Not open after %1: nothing answered the TCP connection.</source>
        <translation>%1后仍未连上：TCP 连接无任何应答。</translation>
    </message>
    <message>
        <source>The server&apos;s address can&apos;t be reached.</source>
        <translation>无法到达服务器地址。</translation>
    </message>
    <message>
        <source>An examination had found this limit: connections are cut after %1 of silence. Ping more often than that, which resets it.</source>
        <translation>检查曾发现此限制：连接静默%1后被切断。请以更短的间隔 ping，ping 会使其重新计时。</translation>
    </message>
    <message>
        <source>An examination had found this limit: connections are cut when no message has passed for %1. Pings don&apos;t reset it; send a message more often than that.</source>
        <translation>检查曾发现此限制：%1内没有消息经过，连接就被切断。ping 不会使其重新计时；请以更短的间隔发送消息。</translation>
    </message>
    <message>
        <source>An examination had found this limit: connections end at an age of %1, whatever passes. Nothing that is sent puts it off; reconnect, or have it raised.</source>
        <translation>检查曾发现此限制：无论有何流量，连接存在%1后即被结束。发送任何内容都无法推迟；请重新连接，或调高该限制。</translation>
    </message>
    <message>
        <source>An examination had found this limit: connections end at an age of %1, though they are pinged. Pings don&apos;t put it off; messages may.</source>
        <translation>检查曾发现此限制：即使有 ping，连接存在%1后也会被结束。ping 无法推迟，消息也许可以。</translation>
    </message>
    <message>
        <source>What answers there is %1.</source>
        <translation>在那里应答的是 %1。</translation>
    </message>
    <message>
        <source>What answers there is %1, in which the setting is usually %2.</source>
        <translation>在那里应答的是 %1，其中的设置通常是 %2。</translation>
    </message>
    <message>
        <source>The network to the proxy is silent: %1, and %2.</source>
        <translation>到代理的网络无响应：%1，且%2。</translation>
    </message>
    <message>
        <source>The network to the peer is silent: %1, and %2.</source>
        <translation>到对端的网络无响应：%1，且%2。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FeedView</name>
    <message>
        <source>No message of its feed came in this time span.</source>
        <translation>此时段内没有收到数据流消息。</translation>
    </message>
    <message>
        <source>Its profile waits for no messages.</source>
        <translation>其配置未要求等待消息。</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>%1 on average; the last message came %2 ago</source>
        <translation>平均 %1；最近一条消息在 %2前</translation>
    </message>
    <message>
        <source>no message</source>
        <translation>无消息</translation>
    </message>
    <message>
        <source>no message (%1)</source>
        <comment>the peer&apos;s state</comment>
        <translation>无消息（%1）</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FiguresModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Pings</source>
        <translation>ping 数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>丢失率</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>最慢</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>figure, of what, value</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>P99</translation>
    </message>
    <message>
        <source>Connects</source>
        <comment>how many connections</comment>
        <translation>连接次数</translation>
    </message>
    <message>
        <source>Time connected</source>
        <translation>连接时长</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>P50</translation>
    </message>
    <message>
        <source>Up</source>
        <comment>a share of time</comment>
        <translation>在线</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FilterBar</name>
    <message>
        <source>Show All Peers</source>
        <translation>显示所有对端</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>文本：%1</translation>
    </message>
    <message>
        <source>%1 of %2 peers. %3</source>
        <comment>shown, all, why</comment>
        <translation>%2 个对端中的 %1 个。%3</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Finding</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Pings</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>Delay of pongs</source>
        <translation>pong 延迟</translation>
    </message>
    <message>
        <source>The peer&apos;s own pings</source>
        <translation>对端自己的 ping</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Without credentials</source>
        <translation>不带凭据</translation>
    </message>
    <message>
        <source>Wrong path</source>
        <translation>错误的路径</translation>
    </message>
    <message>
        <source>Wrong subprotocol</source>
        <translation>错误的子协议</translation>
    </message>
    <message>
        <source>Wrong origin</source>
        <translation>错误的 Origin</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>最大消息</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>TLS versions</source>
        <translation>TLS 版本</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>ALPN</source>
        <translation>ALPN</translation>
    </message>
    <message>
        <source>IPv4 and IPv6</source>
        <translation>IPv4 和 IPv6</translation>
    </message>
    <message>
        <source>Redirect</source>
        <translation>重定向</translation>
    </message>
    <message>
        <source>HTTP/2</source>
        <translation>HTTP/2</translation>
    </message>
    <message>
        <source>Invalid frames</source>
        <translation>无效帧</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FindingListModel</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>检查结果</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FindingSentence</name>
    <message>
        <source>by a Close frame (%1, %2)</source>
        <translation>以 Close 帧（%1，%2）</translation>
    </message>
    <message>
        <source>by a Close frame (%1)</source>
        <translation>以 Close 帧（%1）</translation>
    </message>
    <message>
        <source>by a reset (RST)</source>
        <translation>以复位（RST）</translation>
    </message>
    <message>
        <source>by FIN, without a Close frame</source>
        <translation>以 FIN，没有 Close 帧</translation>
    </message>
    <message>
        <source>What answers there is %1 (%2).</source>
        <translation>在那里应答的是 %1（%2）。</translation>
    </message>
    <message>
        <source>What answers there calls itself %1.</source>
        <translation>在那里应答的自称 %1。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>What counts is what the peer sends: its pongs do, while what only this side sends does not.</source>
        <translation>起作用的是对端发来的数据：它的 pong 算，只由本端发送的不算。</translation>
    </message>
    <message>
        <source>Only messages count: use a heartbeat of messages, since pings don&apos;t keep the connection.</source>
        <translation>只有消息起作用：请用消息心跳，ping 不能保持连接。</translation>
    </message>
    <message>
        <source>Only messages of this side count: use a heartbeat of messages, since pings don&apos;t keep the connection.</source>
        <translation>只有本端的消息起作用：请用消息心跳，ping 不能保持连接。</translation>
    </message>
    <message>
        <source>The connection on which messages were sent was closed after %1, with %2: the peer does not take the message that was tried.</source>
        <translation>发送消息的那条连接在 %1后被关闭，代码 %2：对端不接受所试的消息。</translation>
    </message>
    <message>
        <source>The connection on which messages were sent was ended after %1: the peer does not take the message that was tried.</source>
        <translation>发送消息的那条连接在 %1后被结束：对端不接受所试的消息。</translation>
    </message>
    <message>
        <source>The connections ended together at one moment, twice, whatever their age: the peer, or what is before it, was restarted or does not let them stay. No limit shows.</source>
        <translation>各连接不论存在多久，两次都在同一时刻结束：对端或其前面的设备重启了，或不让连接保留。看不出上限。</translation>
    </message>
    <message>
        <source>Not known: connections end at an age of %1 before a silence could be too long.</source>
        <translation>未知：连接在存在 %1 时就结束，静默来不及达到上限。</translation>
    </message>
    <message>
        <source>Ping every %1.</source>
        <translation>请每 %1 发送一次 ping。</translation>
    </message>
    <message>
        <source>Cut after %1 of silence, %2.</source>
        <translation>静默 %1后被切断，%2。</translation>
    </message>
    <message>
        <source>Pings of this side reset it: %1; its pongs alone: %2; messages: %3.</source>
        <translation>重新计时：本端的 ping：%1；仅本端的 pong：%2；消息：%3。</translation>
    </message>
    <message>
        <source>No connection was silent for longer than %1: the peer itself sends something that often, which keeps connections open. A limit above that can&apos;t be seen.</source>
        <translation>没有连接静默超过 %1：对端自己就这么频繁地发送数据，使连接保持打开。看不出高于此值的上限。</translation>
    </message>
    <message>
        <source>Not known: no connection could be held to try it.</source>
        <translation>未知：没有能保持的连接可供尝试。</translation>
    </message>
    <message>
        <source>No limit up to %1 of silence; then it was cancelled.</source>
        <translation>静默到 %1 未见上限；随后被取消。</translation>
    </message>
    <message>
        <source>No limit up to %1 of silence.</source>
        <translation>静默到 %1 未见上限。</translation>
    </message>
    <message>
        <source>Ended at an age of %1, %2, whatever passed.</source>
        <translation>不论传输什么，存在 %1 时结束，%2。</translation>
    </message>
    <message>
        <source>Pings don&apos;t help: reconnect, or have the limit raised.</source>
        <translation>ping 无济于事：请重新连接，或请人提高上限。</translation>
    </message>
    <message>
        <source>Held for %1 with a ping every %2, and still open.</source>
        <translation>保持了 %1，每 %2 一次 ping，仍然打开。</translation>
    </message>
    <message>
        <source>It could not be opened.</source>
        <translation>无法打开。</translation>
    </message>
    <message>
        <source>Opens in %1, at %2.</source>
        <translation>用 %1 打开，位于 %2。</translation>
    </message>
    <message>
        <source>Pings are not answered (RFC 6455 5.5.2 says they must be). Watch it by a heartbeat of messages.</source>
        <translation>ping 得不到应答（RFC 6455 5.5.2 要求必须应答）。请用消息心跳监视。</translation>
    </message>
    <message>
        <source>Pings are answered with another payload than they had (RFC 6455 5.5.3 says it must be the same): no pong can be matched with its ping.</source>
        <translation>应答的载荷与 ping 的不同（RFC 6455 5.5.3 要求相同）：无法把 pong 与 ping 对应起来。</translation>
    </message>
    <message>
        <source>Pings are answered, with their payload.</source>
        <translation>ping 得到应答，载荷保持不变。</translation>
    </message>
    <message>
        <source>125 bytes are taken.</source>
        <translation>接受 125 字节。</translation>
    </message>
    <message>
        <source>One of 125 bytes, the most that is allowed, is not answered.</source>
        <translation>125 字节（允许的最大值）的 ping 得不到应答。</translation>
    </message>
    <message>
        <source>Each of five at once is answered.</source>
        <translation>同时发出的五个都得到应答。</translation>
    </message>
    <message>
        <source>Of five at once it answered %1, the newest among them, which RFC 6455 5.5.3 allows.</source>
        <translation>同时发出的五个中应答了 %1 个，包括最新的一个，RFC 6455 5.5.3 允许这样。</translation>
    </message>
    <message>
        <source>Of five at once it answered %1, and not the newest, which RFC 6455 5.5.3 wants at least.</source>
        <translation>同时发出的五个中应答了 %1 个，却没有应答最新的，而 RFC 6455 5.5.3 要求至少应答最新的。</translation>
    </message>
    <message>
        <source>Within a message in fragments they are answered, too.</source>
        <translation>在分片消息之间也得到应答。</translation>
    </message>
    <message>
        <source>Within a message in fragments one was not answered.</source>
        <translation>在分片消息之间的一个没有得到应答。</translation>
    </message>
    <message>
        <source>Pongs take %1 on an idle connection</source>
        <translation>空闲连接上 pong 需要 %1</translation>
    </message>
    <message>
        <source>%1, and %2 behind messages of %3 bytes.</source>
        <translation>%1，跟在 %3 字节的消息之后需要 %2。</translation>
    </message>
    <message>
        <source>The peer sent no pings of its own in %1.</source>
        <translation>对端在 %1内没有发送自己的 ping。</translation>
    </message>
    <message>
        <source>without a payload</source>
        <translation>没有载荷</translation>
    </message>
    <message>
        <source>with a payload of %1 bytes</source>
        <translation>载荷 %1 字节</translation>
    </message>
    <message>
        <source>The peer pings every %1, %2.</source>
        <translation>对端每 %1 发送一次 ping，%2。</translation>
    </message>
    <message>
        <source>The peer sent one ping in %1, %2.</source>
        <translation>对端在 %1内发送了一个 ping，%2。</translation>
    </message>
    <message>
        <source>A Close frame is not answered (RFC 6455 5.5.1 says it must be).</source>
        <translation>Close 帧得不到应答（RFC 6455 5.5.1 要求必须应答）。</translation>
    </message>
    <message>
        <source>A Close frame is answered with the same code, after %1.</source>
        <translation>Close 帧在 %1后以相同代码得到应答。</translation>
    </message>
    <message>
        <source>A Close frame with %1 is answered with %2, after %3.</source>
        <translation>代码 %1 的 Close 帧在 %3后以 %2 应答。</translation>
    </message>
    <message>
        <source>The peer ends the TCP connection (%1), %2 after the Close frame was sent.</source>
        <translation>发送 Close 帧 %2后，对端结束 TCP 连接（%1）。</translation>
    </message>
    <message>
        <source>The peer left the TCP connection open for %1: this side had to end it (RFC 6455 7.1.1 wants the server to).</source>
        <translation>对端让 TCP 连接保持打开 %1：只好由本端结束（RFC 6455 7.1.1 要求由服务器结束）。</translation>
    </message>
    <message>
        <source>It is refused with HTTP %1.</source>
        <translation>以 HTTP %1 拒绝。</translation>
    </message>
    <message>
        <source>It is accepted, and closed at once with %1, %2.</source>
        <translation>先接受，随即以 %1 关闭，%2。</translation>
    </message>
    <message>
        <source>It is accepted, and closed at once with %1.</source>
        <translation>先接受，随即以 %1 关闭。</translation>
    </message>
    <message>
        <source>It is accepted, and cut at once without a Close frame.</source>
        <translation>先接受，随即切断，没有 Close 帧。</translation>
    </message>
    <message>
        <source>It is refused.</source>
        <translation>被拒绝。</translation>
    </message>
    <message>
        <source>None are set, and it opens without.</source>
        <translation>未设置凭据，不带凭据也能打开。</translation>
    </message>
    <message>
        <source>It opens without credentials as well: they are not checked when a connection is opened.</source>
        <translation>不带凭据也能打开：打开连接时不检查凭据。</translation>
    </message>
    <message>
        <source>A path that does not exist is accepted like any other: a wrong path in the settings won&apos;t be noticed.</source>
        <translation>不存在的路径同样被接受：设置中的错误路径不会被发现。</translation>
    </message>
    <message>
        <source>It agrees to whatever subprotocol is offered, even to one that does not exist.</source>
        <translation>提供什么子协议都同意，即使是不存在的。</translation>
    </message>
    <message>
        <source>It opens without naming a subprotocol, when only one is offered that it can&apos;t speak.</source>
        <translation>只提供它不支持的子协议时，它不选子协议而打开连接。</translation>
    </message>
    <message>
        <source>Not known: the peer ends the connection at any message that it does not understand.</source>
        <translation>未知：对端遇到不认识的消息就结束连接。</translation>
    </message>
    <message>
        <source>Messages of %1 bytes are taken; larger ones were not tried.</source>
        <translation>接受 %1 字节的消息；未试更大的。</translation>
    </message>
    <message>
        <source>Messages of %1 bytes are taken; one of %2 is refused with %3.</source>
        <translation>接受 %1 字节的消息；%2 字节的以 %3 拒绝。</translation>
    </message>
    <message>
        <source>Messages of %1 bytes are taken; one of %2 ends the connection without a Close frame.</source>
        <translation>接受 %1 字节的消息；%2 字节的使连接结束，没有 Close 帧。</translation>
    </message>
    <message>
        <source>It agrees to permessage-deflate: %1.</source>
        <translation>同意 permessage-deflate：%1。</translation>
    </message>
    <message>
        <source>It does not compress (no permessage-deflate).</source>
        <translation>不压缩（没有 permessage-deflate）。</translation>
    </message>
    <message>
        <source>Not known: no version of TLS could be agreed on.</source>
        <translation>未知：没有能商定的 TLS 版本。</translation>
    </message>
    <message>
        <source>It speaks %1. TLS 1.0 and 1.1 must not be used any more (RFC 8996).</source>
        <translation>支持 %1。TLS 1.0 和 1.1 已不得使用（RFC 8996）。</translation>
    </message>
    <message>
        <source>It speaks %1.</source>
        <translation>支持 %1。</translation>
    </message>
    <message>
        <source>It speaks %1, but not TLS 1.3.</source>
        <translation>支持 %1，但不支持 TLS 1.3。</translation>
    </message>
    <message>
        <source>The certificate of %1, issued by %2, has expired (%3).</source>
        <translation>%1 的证书由 %2 签发，已过期（%3）。</translation>
    </message>
    <message>
        <source>The certificate of %1, issued by %2, expires in %3 (%4).</source>
        <translation>%1 的证书由 %2 签发，%3后过期（%4）。</translation>
    </message>
    <message>
        <source>Its chain: %1.</source>
        <translation>证书链：%1。</translation>
    </message>
    <message>
        <source>It can&apos;t be verified: %1.</source>
        <translation>无法验证：%1。</translation>
    </message>
    <message>
        <source>It refuses clients that speak HTTP/1.1 only.</source>
        <translation>拒绝只支持 HTTP/1.1 的客户端。</translation>
    </message>
    <message>
        <source>It does not use ALPN.</source>
        <translation>不使用 ALPN。</translation>
    </message>
    <message>
        <source>It chooses HTTP/2 where that is offered, and takes HTTP/1.1, too.</source>
        <translation>提供 HTTP/2 时选择 HTTP/2，也接受 HTTP/1.1。</translation>
    </message>
    <message>
        <source>It chooses %1.</source>
        <translation>选择 %1。</translation>
    </message>
    <message>
        <source>Not tried: the connection goes to an address and not to a name.</source>
        <translation>未试：连接指向地址而不是名称。</translation>
    </message>
    <message>
        <source>Reached by %1, at %2.</source>
        <translation>可经 %1 到达，位于 %2。</translation>
    </message>
    <message>
        <source>Not by %1, though its name has such an address: %2</source>
        <translation>不能经 %1 到达，尽管其名称有这样的地址：%2</translation>
    </message>
    <message>
        <source>Its name has no %1 address.</source>
        <translation>其名称没有 %1 地址。</translation>
    </message>
    <message>
        <source>It redirects (HTTP %1) to %2.</source>
        <translation>重定向（HTTP %1）到 %2。</translation>
    </message>
    <message>
        <source>It does not redirect.</source>
        <translation>不重定向。</translation>
    </message>
    <message>
        <source>It speaks HTTP/2 only, and takes WebSockets there (RFC 8441), which this program does not speak.</source>
        <translation>只支持 HTTP/2，并在其上接受 WebSocket（RFC 8441），本程序不支持这种方式。</translation>
    </message>
    <message>
        <source>It speaks HTTP/2 only, and does not say that it takes WebSockets there (RFC 8441).</source>
        <translation>只支持 HTTP/2，且没有声明在其上接受 WebSocket（RFC 8441）。</translation>
    </message>
    <message>
        <source>It takes WebSockets over HTTP/2 (RFC 8441) as well as over HTTP/1.1.</source>
        <translation>既可经 HTTP/2（RFC 8441），也可经 HTTP/1.1 使用 WebSocket。</translation>
    </message>
    <message>
        <source>It speaks HTTP/2, too, but not for WebSockets.</source>
        <translation>也支持 HTTP/2，但不用于 WebSocket。</translation>
    </message>
    <message>
        <source>It does not speak HTTP/2.</source>
        <translation>不支持 HTTP/2。</translation>
    </message>
    <message>
        <source>Each of %1 invalid frames is answered with the code that RFC 6455 wants.</source>
        <translation>%1 个无效帧都以 RFC 6455 要求的代码应答。</translation>
    </message>
    <message>
        <source>Of the invalid frames %1 were answered as RFC 6455 wants it; otherwise: %2.</source>
        <translation>无效帧中有 %1 个按 RFC 6455 的要求应答；不同的：%2。</translation>
    </message>
    <message>
        <source>Not known: the connection for it could not be opened.</source>
        <translation>未知：为此所需的连接无法打开。</translation>
    </message>
    <message>
        <source>Not known: pings are not answered.</source>
        <translation>未知：ping 得不到应答。</translation>
    </message>
    <message>
        <source>The limit was %1, now %2.</source>
        <translation>上限原为 %1，现为 %2。</translation>
    </message>
    <message>
        <source>The limit was %1, now there is none up to %2.</source>
        <translation>上限原为 %1，现在到 %2 未见上限。</translation>
    </message>
    <message>
        <source>There was no limit up to %1, now it is %2.</source>
        <translation>原先到 %1 未见上限，现为 %2。</translation>
    </message>
    <message>
        <source>What resets the limit has changed; it was: %1.</source>
        <translation>重新计时的条件变了；原为：%1。</translation>
    </message>
    <message>
        <source>It was %1 bytes.</source>
        <translation>原为 %1 字节。</translation>
    </message>
    <message>
        <source>It was: %1.</source>
        <translation>原为：%1。</translation>
    </message>
    <message>
        <source>This was different the last time: %1</source>
        <translation>上次不同：%1</translation>
    </message>
    <message>
        <source>Not known: connections are ended as soon as they are open.</source>
        <translation>未知：连接一打开就被结束。</translation>
    </message>
    <message>
        <source>a cookie</source>
        <comment>credentials that a browser sends by itself</comment>
        <translation>cookie</translation>
    </message>
    <message>
        <source>a user name and password (Basic)</source>
        <comment>credentials that a browser sends by itself</comment>
        <translation>用户名和密码（Basic）</translation>
    </message>
    <message>
        <source>a client certificate</source>
        <comment>credentials that a browser sends by itself</comment>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>The Origin is not checked, and this profile logs in by %1, which browsers send by themselves: a page of any site can connect as its visitor (cross-site WebSocket hijacking). Let the server check the Origin (RFC 6455 10.2).</source>
        <translation>未检查 Origin，而此配置用%1登录，浏览器会自动发送它：任何网站的页面都能以访问者的身份连接（跨站 WebSocket 劫持）。请让服务器检查 Origin（RFC 6455 10.2）。</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between kinds of credentials</comment>
        <translation>和</translation>
    </message>
    <message>
        <source>The Origin is not checked, but the connection is refused without this profile&apos;s credentials, which no page of another site can send.</source>
        <translation>未检查 Origin，但没有此配置的凭据就会被拒绝，而其他网站的页面无法发送这些凭据。</translation>
    </message>
    <message>
        <source>The Origin is not checked: a page of any site can connect from its visitors&apos; browsers.</source>
        <translation>未检查 Origin：任何网站的页面都能从其访问者的浏览器连接。</translation>
    </message>
    <message>
        <source>From a browser on the peer&apos;s machine that works though the peer can&apos;t be reached from outside: let the server check the Origin (RFC 6455 10.2), or ask for credentials.</source>
        <translation>在对端所在机器的浏览器中，即使外部无法到达对端，也能这样连接：请让服务器检查 Origin（RFC 6455 10.2）或要求凭据。</translation>
    </message>
    <message>
        <source>From a browser in the peer&apos;s network that works though the peer can&apos;t be reached from outside: let the server check the Origin (RFC 6455 10.2), or ask for credentials.</source>
        <translation>在对端所在网络的浏览器中，即使外部无法到达对端，也能这样连接：请让服务器检查 Origin（RFC 6455 10.2）或要求凭据。</translation>
    </message>
    <message>
        <source>That is as it should be for a public service, or where clients log in by a message or the URL. Where a cookie or an address lets them in, the server has to check the Origin (RFC 6455 10.2).</source>
        <translation>对公开服务，或客户端通过消息或 URL 登录的服务，这没有问题。若凭 cookie 或地址放行，服务器必须检查 Origin（RFC 6455 10.2）。</translation>
    </message>
    <message>
        <source>Its setting for it is usually %1.</source>
        <translation>对应的设置通常是 %1。</translation>
    </message>
    <message>
        <source>Pings don&apos;t help: it may wait for a message that it understands, such as a login.</source>
        <translation>ping 无济于事：它可能在等待一条它能理解的消息，例如登录。</translation>
    </message>
    <message>
        <source>Pings don&apos;t help. It is a limit of age, or one of silence that counts messages only.</source>
        <translation>ping 无济于事。这是对连接存在时间的限制，或是只计消息的静默限制。</translation>
    </message>
    <message numerus="yes">
        <source>%n connections in the history show no limit of age; the oldest was open for %1.</source>
        <translation>
            <numerusform>历史记录中的 %n 条连接未显示存在时间的限制；最久的一条打开了%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n connections that the other side ended, %1 ended at an age of %2, within %3, %4.</source>
        <translation>
            <numerusform>在对方结束的 %n 条连接中，有 %1 条在存在%2（误差%3以内）时被结束，%4。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended at an age of %1, %2, though it was pinged.</source>
        <translation>存在%1后被结束，%2，尽管有 ping。</translation>
    </message>
    <message>
        <source>Whether they are answered within a message in fragments is not known, since the peer does not take the message that was tried.</source>
        <translation>无法得知分片消息之间的 ping 是否得到应答，因为对端不接受所尝试的消息。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FindingShelf</name>
    <message>
        <source>keeping what the examination found</source>
        <translation>保存检查结果</translation>
    </message>
    <message>
        <source>what is there can&apos;t be read, and is left alone</source>
        <translation>那里已有的内容无法读取，保持原样</translation>
    </message>
    <message>
        <source>the folder can&apos;t be made</source>
        <translation>无法创建文件夹</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Fleet</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 个</translation>
    </message>
    <message>
        <source>Down from vantages that reach nothing of what others reach (%1); no other vantage can tell</source>
        <translation>在无法连通其他观测点所连通对端的观测点（%1）看来已断开；没有其他观测点能够判断</translation>
    </message>
    <message>
        <source>Down only from vantages that reach nothing of what others reach (%1)</source>
        <translation>仅在无法连通其他观测点所连通对端的观测点（%1）看来已断开</translation>
    </message>
    <message>
        <source>Down from %1, up from %2</source>
        <translation>从 %1 看已断开，从 %2 看正常</translation>
    </message>
    <message>
        <source>Down from all vantages of %1 (%2), up from %3</source>
        <translation>从 %1 的所有观测点（%2）看已断开，从 %3 看正常</translation>
    </message>
    <message>
        <source>Down from all vantages that tell (%1)</source>
        <translation>从所有有回报的观测点（%1）看均已断开</translation>
    </message>
    <message>
        <source>Down from %1; no other vantage can tell</source>
        <translation>从 %1 看已断开；没有其他观测点能够判断</translation>
    </message>
    <message>
        <source>Look at the network of %1.</source>
        <translation>请检查 %1 的网络。</translation>
    </message>
    <message>
        <source>Look at the way from there to the peer.</source>
        <translation>请检查从那里到对端的链路。</translation>
    </message>
    <message>
        <source>Look at the peer, or at what is before it.</source>
        <translation>请检查对端或其前端设备。</translation>
    </message>
    <message>
        <source>That may be the peer, or the way to it.</source>
        <translation>可能是对端的问题，也可能是到对端的链路问题。</translation>
    </message>
    <message>
        <source>Nothing is heard from any vantage that watches it, so nothing is known about it.</source>
        <translation>没有收到任何监视它的观测点的数据，因此无法判断其状态。</translation>
    </message>
    <message>
        <source>%1, since %2.</source>
        <translation>%1，自 %2 起。</translation>
    </message>
    <message>
        <source>Nothing is heard from %1, which says nothing about the peer.</source>
        <translation>没有收到 %1 的数据，这不说明对端有问题。</translation>
    </message>
    <message>
        <source>reading the answer of Prometheus</source>
        <translation>读取 Prometheus 的应答</translation>
    </message>
    <message>
        <source>it is not an answer of Prometheus&apos; HTTP API</source>
        <translation>不是 Prometheus HTTP API 的应答</translation>
    </message>
    <message>
        <source>asking Prometheus</source>
        <translation>查询 Prometheus</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>未在时限内收到应答</translation>
    </message>
    <message>
        <source>the answer is too large, or took too long</source>
        <translation>应答过大或耗时过长</translation>
    </message>
    <message>
        <source>it wants other credentials (HTTP status %1)</source>
        <translation>需要其他凭据（HTTP 状态 %1）</translation>
    </message>
    <message>
        <source>it redirects to another place (HTTP status %1); give that URL</source>
        <translation>它重定向到了别处（HTTP 状态 %1）；请给出该 URL</translation>
    </message>
    <message>
        <source>HTTP status %1: %2</source>
        <translation>HTTP 状态 %1：%2</translation>
    </message>
    <message>
        <source>Nothing is heard from any vantage</source>
        <translation>没有观测点回报</translation>
    </message>
    <message>
        <source>Cut off: %1</source>
        <translation>网络被切断：%1</translation>
    </message>
    <message>
        <source>Down from %1 only</source>
        <translation>仅从 %1 看已断开</translation>
    </message>
    <message>
        <source>Down from all that tell</source>
        <translation>有回报的观测点看均已断开</translation>
    </message>
    <message>
        <source>Down from %1; no other can tell</source>
        <translation>从 %1 看已断开；没有其他观测点能够判断</translation>
    </message>
    <message>
        <source>What %1 sees does not count: nothing that others reach is reached from there.</source>
        <translation>%1 所看到的不计入：从那里连不上任何其他观测点能连上的对端。</translation>
    </message>
    <message numerus="yes">
        <source>%n peers are down from all vantages that tell</source>
        <translation>
            <numerusform>有回报的观测点看来，%n 个对端均已断开</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is down from all vantages that tell</source>
        <translation>有回报的观测点看来，“%1”均已断开</translation>
    </message>
    <message>
        <source>This Prometheus has nothing of Pongwatch&apos;s agents.</source>
        <translation>此 Prometheus 中没有 Pongwatch agent 的数据。</translation>
    </message>
    <message>
        <source>Reaches nothing of what others reach: %1.</source>
        <translation>无法连通其他观测点所连通的任何对端：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n peers are down from some vantages, up from others.</source>
        <translation>
            <numerusform>%n 个对端从一些观测点看已断开，从另一些看正常。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is heard from %1, which says nothing about the peers.</source>
        <translation>收不到 %1 的数据，但这不能说明对端有问题。</translation>
    </message>
    <message numerus="yes">
        <source>All %n peers are up</source>
        <translation>
            <numerusform>全部 %n 个对端均正常</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 from all %n vantages.</source>
        <translation>
            <numerusform>%1（%n 个观测点）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the peers, or at what is before them.</source>
        <translation>请检查这些对端，或它们前面的设备。</translation>
    </message>
    <message>
        <source>Look at the way from there to the peers.</source>
        <translation>请检查从那里到这些对端的路径。</translation>
    </message>
    <message>
        <source>Look at the agent, or the machine, of %1.</source>
        <translation>请检查 %1 的 agent 或机器。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FleetAddress</name>
    <message>
        <source>reading the URL</source>
        <translation>读取 URL</translation>
    </message>
    <message>
        <source>the URL of a Prometheus starts with http:// or https:// and names a host</source>
        <translation>Prometheus 的 URL 以 http:// 或 https:// 开头，并包含主机名</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FleetBar</name>
    <message>
        <source>Reading the fleet from %1…</source>
        <translation>正在从 %1 读取多观测点数据…</translation>
    </message>
    <message>
        <source>Old, as of %1: %2.</source>
        <extracomment>%1 a moment, %2 why it can&apos;t be read</extracomment>
        <translation>旧数据，截至 %1：%2。</translation>
    </message>
    <message>
        <source>%1, %2; read %3 ago</source>
        <extracomment>%1 the host of a Prometheus, %2 how many vantages, %3 how long ago it was read</extracomment>
        <translation>%1，%2；%3 前读取</translation>
    </message>
    <message numerus="yes">
        <source>%n vantages</source>
        <translation>
            <numerusform>%n 个观测点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n peers more than can be listed</source>
        <translation>
            <numerusform>%1；另有 %n 个对端无法列出</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to select the peers in trouble.</source>
        <translation>点击以选中有故障的对端。</translation>
    </message>
    <message>
        <source>The fleet can&apos;t be read: %1.</source>
        <translation>无法读取多观测点数据：%1。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FleetBoard</name>
    <message>
        <source>%1 from %2</source>
        <comment>a state, such as Slow; vantages</comment>
        <translation>从 %2 看：%1</translation>
    </message>
    <message>
        <source>%1 as seen from %2.</source>
        <comment>a state, such as Slow; vantages</comment>
        <translation>从 %2 看，状态为%1。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FleetCommand</name>
    <message>
        <source>give one URL of a Prometheus (http://host:9090)</source>
        <translation>请给出一个 Prometheus 的 URL（http://host:9090）</translation>
    </message>
    <message>
        <source>This Prometheus has nothing of Pongwatch&apos;s agents.</source>
        <translation>该 Prometheus 中没有 Pongwatch 代理的数据。</translation>
    </message>
    <message>
        <source>Asks a Prometheus what all agents see of their peers, and says where to look: at a vantage&apos;s network, a provider&apos;s, or the peer.</source>
        <translation>向 Prometheus 查询所有代理对各对端的观测结果，并指出排查方向：观测点的网络、提供商的网络，或对端。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FleetDialog</name>
    <message>
        <source>the system&apos;s authorities</source>
        <translation>系统的证书颁发机构</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Verify its certificate</source>
        <translation>验证其证书(&amp;V)</translation>
    </message>
    <message>
        <source>Open Fleet</source>
        <translation>打开多观测点</translation>
    </message>
    <message>
        <source>A Prometheus, or what has its HTTP API, that collects what Pongwatch&apos;s agents see of their peers.</source>
        <translation>采集 Pongwatch 各 agent 观测结果的 Prometheus，或提供其 HTTP API 的服务。</translation>
    </message>
    <message>
        <source>No sign-in</source>
        <translation>不登录</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>用户和密码</translation>
    </message>
    <message>
        <source>Token (bearer)</source>
        <translation>令牌（bearer）</translation>
    </message>
    <message>
        <source>There is no keychain: secrets are kept until the program ends.</source>
        <translation>没有密钥环：凭据保留到程序结束。</translation>
    </message>
    <message>
        <source>&amp;URL:</source>
        <translation>&amp;URL：</translation>
    </message>
    <message>
        <source>&amp;Sign-in:</source>
        <translation>登录方式(&amp;S)：</translation>
    </message>
    <message>
        <source>Us&amp;er:</source>
        <translation>用户(&amp;E)：</translation>
    </message>
    <message>
        <source>Se&amp;cret:</source>
        <translation>凭据(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Authority (CA):</source>
        <translation>证书颁发机构(&amp;A)：</translation>
    </message>
    <message>
        <source>Client certi&amp;ficate:</source>
        <translation>客户端证书(&amp;F)：</translation>
    </message>
    <message>
        <source>Client &amp;key:</source>
        <translation>客户端密钥(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>代理(&amp;P)：</translation>
    </message>
    <message>
        <source>Proxy&apos;s pass&amp;word:</source>
        <translation>代理的密码(&amp;W)：</translation>
    </message>
    <message>
        <source>leave the user and the password out of the URL: there are fields for them</source>
        <translation>请不要在 URL 中写用户和密码：另有输入框</translation>
    </message>
    <message>
        <source>a token is needed</source>
        <translation>需要令牌</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FleetFeature</name>
    <message>
        <source>Open &amp;Fleet…</source>
        <translation>打开多观测点(&amp;F)…</translation>
    </message>
    <message>
        <source>Show what Pongwatch&apos;s agents in other places see, read from a Prometheus</source>
        <translation>显示其他地方的 Pongwatch agent 看到的情况，从 Prometheus 读取</translation>
    </message>
    <message>
        <source>Open Recent Flee&amp;t</source>
        <translation>打开最近的多观测点(&amp;T)</translation>
    </message>
    <message>
        <source>Read the Fleet A&amp;gain</source>
        <translation>重新读取多观测点(&amp;G)</translation>
    </message>
    <message>
        <source>Clos&amp;e Fleet</source>
        <translation>关闭多观测点(&amp;E)</translation>
    </message>
    <message>
        <source>no fleet is open</source>
        <translation>没有打开多观测点</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>清除这些记录(&amp;F)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FleetSession</name>
    <message>
        <source>this machine</source>
        <comment>a vantage</comment>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FrameDetail</name>
    <message>
        <source>RTT %1</source>
        <comment>latency</comment>
        <translation>RTT %1</translation>
    </message>
    <message>
        <source>How the frame is shown</source>
        <translation>帧的显示方式</translation>
    </message>
    <message>
        <source>Laid out</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Contents of the frame</source>
        <translation>帧的内容</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FrameFilter</name>
    <message>
        <source>searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>%1, at character %2</source>
        <translation>%1，位于第 %2 个字符</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FrameListModel</name>
    <message>
        <source>%1 %2</source>
        <comment>an arrow, its word</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Milliseconds since the connection was opened</source>
        <translation>自连接建立以来的毫秒数</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>since the open</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time since the row before</source>
        <translation>与上一行的时间间隔</translation>
    </message>
    <message>
        <source>Gap</source>
        <comment>between two frames</comment>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size of the payload</source>
        <translation>载荷大小</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Round trip of the ping or heartbeat that it answers</source>
        <translation>所应答的 Ping 或心跳的往返时间</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>What it is in the dialogue with the peer</source>
        <translation>在与对端的会话中的作用</translation>
    </message>
    <message>
        <source>Place</source>
        <comment>in the dialogue</comment>
        <translation>作用</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FrameParser</name>
    <message>
        <source>a frame has the reserved opcode %1</source>
        <translation>帧使用了保留的操作码 %1</translation>
    </message>
    <message>
        <source>a frame of the server is masked</source>
        <translation>服务器的帧带有掩码</translation>
    </message>
    <message>
        <source>a control frame is fragmented</source>
        <translation>控制帧被分片</translation>
    </message>
    <message>
        <source>a control frame is longer than 125 bytes</source>
        <translation>控制帧长于 125 字节</translation>
    </message>
    <message>
        <source>a continuation frame came, but there is no message to continue</source>
        <translation>收到了延续帧，但没有可延续的消息</translation>
    </message>
    <message>
        <source>a new message began before the last one was complete</source>
        <translation>上一条消息尚未完整就开始了新消息</translation>
    </message>
    <message>
        <source>a frame&apos;s length has its highest bit set</source>
        <translation>帧长度的最高位被置位</translation>
    </message>
    <message>
        <source>a frame&apos;s length is not written in the shortest form</source>
        <translation>帧长度没有用最短形式书写</translation>
    </message>
    <message>
        <source>a message of more than %1 bytes was announced (a frame of %2)</source>
        <translation>宣布了超过 %1 字节的消息（一帧 %2 字节）</translation>
    </message>
    <message>
        <source>a text message is not UTF-8</source>
        <translation>文本消息不是 UTF-8</translation>
    </message>
    <message>
        <source>a text message ends in the middle of a character</source>
        <translation>文本消息在一个字符中间结束</translation>
    </message>
    <message>
        <source>a Close frame has a payload of one byte</source>
        <translation>关闭帧的载荷只有一个字节</translation>
    </message>
    <message>
        <source>a Close frame has the code %1, which must not be sent</source>
        <translation>关闭帧带有不得发送的关闭码 %1</translation>
    </message>
    <message>
        <source>the reason in a Close frame with the code %1 is not UTF-8</source>
        <translation>关闭码为 %1 的关闭帧中的原因不是 UTF-8</translation>
    </message>
    <message>
        <source>a frame has a reserved bit set, but no extension was negotiated</source>
        <translation>帧设置了保留位，但没有协商扩展</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FrameText</name>
    <message>
        <source>Text</source>
        <comment>kind of frame</comment>
        <translation>文本</translation>
    </message>
    <message>
        <source>Binary</source>
        <comment>kind of frame</comment>
        <translation>二进制</translation>
    </message>
    <message>
        <source>Continuation</source>
        <comment>kind of frame</comment>
        <translation>延续帧</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>kind of frame</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Ping</source>
        <comment>kind of frame</comment>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Pong</source>
        <comment>kind of frame</comment>
        <translation>Pong</translation>
    </message>
    <message>
        <source>Request</source>
        <comment>the handshake&apos;s</comment>
        <translation>请求</translation>
    </message>
    <message>
        <source>Response</source>
        <comment>the handshake&apos;s</comment>
        <translation>响应</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a connection was opened</comment>
        <translation>打开</translation>
    </message>
    <message>
        <source>End</source>
        <comment>a connection ended</comment>
        <translation>断开</translation>
    </message>
    <message>
        <source>Gap</source>
        <comment>frames are not shown</comment>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Opcode %1</source>
        <translation>操作码 %1</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>direction of a frame</comment>
        <translation>发送</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>direction of a frame</comment>
        <translation>接收</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <comment>of the dialogue: what is said first</comment>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Answers step %1</source>
        <translation>应答第 %1 步</translation>
    </message>
    <message>
        <source>Refuses step %1</source>
        <translation>拒绝第 %1 步</translation>
    </message>
    <message>
        <source>Matches rule %1</source>
        <comment>a rule that answers messages</comment>
        <translation>匹配规则 %1</translation>
    </message>
    <message>
        <source>Answer by rule %1</source>
        <translation>按规则 %1 应答</translation>
    </message>
    <message>
        <source>Heartbeat %1</source>
        <translation>心跳 %1</translation>
    </message>
    <message>
        <source>Answers heartbeat %1</source>
        <translation>应答心跳 %1</translation>
    </message>
    <message>
        <source>Ping %1</source>
        <comment>number</comment>
        <translation>Ping %1</translation>
    </message>
    <message>
        <source>Answers ping %1</source>
        <translation>应答 Ping %1</translation>
    </message>
    <message>
        <source>Answers no ping of ours</source>
        <translation>不对应本端的任何 Ping</translation>
    </message>
    <message>
        <source>Answers its ping</source>
        <translation>应答对端的 Ping</translation>
    </message>
    <message>
        <source>Sent by you</source>
        <translation>由您发送</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>The connection is open.</source>
        <translation>连接已建立。</translation>
    </message>
    <message numerus="yes">
        <source>%n frames not shown</source>
        <translation>
            <numerusform>有 %n 帧未显示</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>contents, remarks</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Refused: %1.</source>
        <translation>被拒绝：%1。</translation>
    </message>
    <message>
        <source>It is marked as compressed (permessage-deflate), which was not agreed on.</source>
        <translation>该帧标记为已压缩（permessage-deflate），但双方并未协商压缩。</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 are kept.</source>
        <translation>共 %2，仅保留前 %1。</translation>
    </message>
    <message>
        <source>The message goes on in the next frame.</source>
        <translation>消息在下一帧继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n frames left out: they were not kept, or not whole</source>
        <translation>
            <numerusform>略去 %n 帧：未保留或不完整</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::FrameView</name>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy Con&amp;tents</source>
        <translation>复制内容(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>复制为 &amp;JSON</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FramesFeature</name>
    <message>
        <source>Save Frames</source>
        <translation>保存帧</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;HAR, as browsers write it (*.har)</source>
        <translation>JSON 行 (*.jsonl);;浏览器所用的 HAR (*.har)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>Not saved: the message has what looks like a secret, and a workspace has none.</source>
        <translation>未保存：消息中疑似含有凭据，而工作区不保存凭据。</translation>
    </message>
    <message>
        <source>Save Message</source>
        <translation>保存消息</translation>
    </message>
    <message>
        <source>Name of the message:</source>
        <translation>消息名称：</translation>
    </message>
    <message>
        <source>saving the message “%1”</source>
        <translation>保存消息“%1”</translation>
    </message>
    <message>
        <source>removing the message “%1”</source>
        <translation>删除消息“%1”</translation>
    </message>
    <message>
        <source>&amp;Frames</source>
        <translation>帧(&amp;F)</translation>
    </message>
    <message>
        <source>Show the frames that go to and fro between the selected peer and this program</source>
        <translation>显示所选对端与本程序之间往来的帧</translation>
    </message>
    <message>
        <source>Send a &amp;Message…</source>
        <translation>发送消息(&amp;M)…</translation>
    </message>
    <message>
        <source>Write a message to the selected peer and see what it answers</source>
        <translation>向所选对端发送消息并查看其应答</translation>
    </message>
    <message>
        <source>Frames of %1</source>
        <comment>a peer&apos;s name</comment>
        <translation>%1 的帧</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
</context>
<context>
    <name>Pongwatch::FramesPane</name>
    <message>
        <source>No expression: %1</source>
        <comment>a search that can&apos;t be used, why</comment>
        <translation>正则表达式无效：%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n rows, %1</source>
        <comment>of the list of frames, size</comment>
        <translation>
            <numerusform>%n 行，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <comment>of the list of frames</comment>
        <translation>
            <numerusform>%n 行中的 %1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Direction of frames</source>
        <translation>帧的方向</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Kinds of frames</source>
        <translation>帧的类型</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Ping, pong, close</source>
        <translation>Ping、Pong、Close</translation>
    </message>
    <message>
        <source>Handshakes</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>会话脚本</translation>
    </message>
    <message>
        <source>Search frames</source>
        <translation>搜索帧</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>What is searched for is a regular expression</source>
        <translation>按正则表达式搜索</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>the list of frames</comment>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Let the list stand still; what comes meanwhile is shown afterwards</source>
        <translation>暂停刷新列表；其间到达的帧稍后显示</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Go to the newest frame and stay there (End)</source>
        <translation>跳到最新的帧并保持跟随（End）</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Forget the frames of this peer</source>
        <translation>清除此对端的帧</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the frames of this peer as JSON lines or HAR; secrets are masked</source>
        <translation>将此对端的帧保存为 JSON 行或 HAR；凭据会被遮盖</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Write a message to this peer</source>
        <translation>向此对端发送消息</translation>
    </message>
    <message>
        <source>Select a peer to see its frames.</source>
        <translation>请选择一个对端以查看其帧。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::GroupCells</name>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>分组 %1</translation>
    </message>
    <message>
        <source>Worst: %1, %2</source>
        <comment>state, for how long</comment>
        <translation>最差 %1，%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::GroupTimelines</name>
    <message>
        <source>%1: so many peers are not summed up before this run of the program</source>
        <translation>%1：对端过多，本次运行之前的数据未汇总</translation>
    </message>
    <message>
        <source>%1: nothing was measured at %2</source>
        <comment>group, moment</comment>
        <translation>%1：%2 没有测量</translation>
    </message>
    <message>
        <source>%1 at %2: %3 of %4 down</source>
        <extracomment>%1 a group of peers, %2 a moment, %3 how many peers, %4 of how many</extracomment>
        <translation>%1，%2：%4 个中有 %3 个已断开</translation>
    </message>
</context>
<context>
    <name>Pongwatch::GuideWindow</name>
    <message>
        <source>Guide to Pongwatch</source>
        <translation>Pongwatch 使用指南</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>First Page</source>
        <translation>首页</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Headless</name>
    <message>
        <source>connecting (dial %1)</source>
        <translation>正在连接（第 %1 次）</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>open after %1</source>
        <translation>%1后打开</translation>
    </message>
    <message>
        <source>, at %1</source>
        <translation>，位于 %1</translation>
    </message>
    <message>
        <source>the path is silent: our bytes were not acknowledged</source>
        <translation>链路静默：我们的字节未被确认</translation>
    </message>
    <message>
        <source>the peer is silent: its TCP stack acknowledged our bytes</source>
        <translation>对端静默：其 TCP 栈确认了我们的字节</translation>
    </message>
    <message>
        <source>no evidence from the system</source>
        <translation>系统没有提供证据</translation>
    </message>
    <message>
        <source>ping %1: %2</source>
        <translation>ping %1：%2</translation>
    </message>
    <message>
        <source>ping %1: %2, slow</source>
        <translation>ping %1：%2，慢</translation>
    </message>
    <message>
        <source>ping %1: %2, after its deadline</source>
        <translation>ping %1：%2，超过期限</translation>
    </message>
    <message>
        <source>ping %1: a later ping was answered first</source>
        <translation>ping %1：之后的 ping 先得到应答</translation>
    </message>
    <message>
        <source>ping %1: lost with its connection</source>
        <translation>ping %1：随连接丢失</translation>
    </message>
    <message>
        <source>ping %1: timed out after %2; %3</source>
        <translation>ping %1：%2后超时；%3</translation>
    </message>
    <message>
        <source>ended (%1): </source>
        <translation>已结束（%1）：</translation>
    </message>
    <message>
        <source>pings %1</source>
        <translation>ping %1</translation>
    </message>
    <message>
        <source>pongs %1</source>
        <translation>pong %1</translation>
    </message>
    <message>
        <source>timeouts %1</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>min/median/p95/max %1/%2/%3/%4</source>
        <translation>最小/中位数/p95/最大 %1/%2/%3/%4</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>connections %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>%1 measured while this machine was busy</source>
        <translation>%1 个是在本机繁忙时测得的</translation>
    </message>
    <message>
        <source>history: %1, %2</source>
        <translation>历史记录：%1，%2</translation>
    </message>
    <message>
        <source>; samples that could not be written: %1</source>
        <translation>；无法写入的样本：%1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>丢失率</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>dials</source>
        <translation>连接次数</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>…及另外 %1 个</translation>
    </message>
    <message>
        <source>all peers</source>
        <translation>所有对端</translation>
    </message>
    <message>
        <source>dialling again in %1</source>
        <translation>等待 %1后再次连接</translation>
    </message>
    <message>
        <source>failed; will not be dialled again</source>
        <translation>失败；不会再次连接</translation>
    </message>
    <message>
        <source>this machine was suspended for %1</source>
        <translation>本机休眠了 %1</translation>
    </message>
    <message>
        <source>late %1</source>
        <translation>迟到 %1</translation>
    </message>
    <message>
        <source>down</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>down, tried at least every %1; next in %2</source>
        <translation>已断开，至少每 %1 重试一次；%2后重试</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 how a connection was opened; %2 a sentence on the addresses that were tried in vain</extracomment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>丢失 %1</translation>
    </message>
    <message>
        <source>flapping</source>
        <comment>connected and lost again and again</comment>
        <translation>反复断连</translation>
    </message>
    <message>
        <source>%1; tried at least every %2</source>
        <extracomment>%1 why a peer is down, in short; %2 a duration</extracomment>
        <translation>%1；至少每 %2 重试一次</translation>
    </message>
    <message>
        <source>Pongwatch itself was stopped for %1</source>
        <translation>Pongwatch 自身曾暂停运行 %1</translation>
    </message>
    <message>
        <source>its feed goes on</source>
        <translation>数据流已恢复</translation>
    </message>
    <message>
        <source>stale: %1</source>
        <translation>数据流中断：%1</translation>
    </message>
    <message>
        <source>stale</source>
        <comment>its feed has stopped</comment>
        <translation>数据流中断</translation>
    </message>
    <message>
        <source>%1 up</source>
        <comment>a vantage</comment>
        <translation>%1 正常</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <comment>a vantage</comment>
        <translation>%1 无数据</translation>
    </message>
    <message>
        <source>%1 down</source>
        <comment>a vantage</comment>
        <translation>%1 断开</translation>
    </message>
    <message>
        <source>Vantages: %1. Peers: %2, of which %3 are up from all vantages that tell.</source>
        <translation>观测点：%1。对端：%2，其中 %3 个在所有有回报的观测点看来均正常。</translation>
    </message>
    <message>
        <source>Reaches nothing of what others reach: %1.</source>
        <translation>无法连通其他观测点所能连通的任何对端：%1。</translation>
    </message>
    <message>
        <source>Nothing is heard from: %1. That says nothing about the peers.</source>
        <translation>没有收到以下观测点的数据：%1。这不说明对端有问题。</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>path: %1</source>
        <translation>路径：%1</translation>
    </message>
    <message>
        <source>partly up</source>
        <comment>up from some places, down from others</comment>
        <translation>部分正常</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a peer&apos;s state</comment>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Pongwatch::HeadlineBar</name>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::HeatMapView</name>
    <message>
        <source>%1, %2</source>
        <comment>pings, timeouts</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, in part estimated from averages</source>
        <comment>round trips</comment>
        <translation>%1，部分由平均值估算</translation>
    </message>
    <message numerus="yes">
        <source>%n round trip(s)</source>
        <translation>
            <numerusform>%n 次往返</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n timeout(s)</source>
        <translation>
            <numerusform>%n 次超时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, estimated from the buckets of histograms</source>
        <comment>round trips</comment>
        <translation>%1，由直方图的区间估计</translation>
    </message>
</context>
<context>
    <name>Pongwatch::HelpFeature</name>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Pongwatch</source>
        <translation>关于 Pongwatch(&amp;A)</translation>
    </message>
    <message>
        <source>About Pongwatch</source>
        <translation>关于 Pongwatch</translation>
    </message>
    <message>
        <source>Pongwatch %1</source>
        <translation>Pongwatch %1</translation>
    </message>
    <message>
        <source>Watches WebSocket connections: keepalive, latency, and who ended them.

Free software under the GNU General Public License, version 3 or later, without any warranty. Built with Qt %1 and QCustomPlot.</source>
        <translation>监视 WebSocket 连接：保活、延迟，以及由谁结束。

本软件是自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布，不提供任何担保。使用 Qt %1 和 QCustomPlot 构建。</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>使用指南(&amp;G)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::HistogramView</name>
    <message>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <source>%1 % under %2</source>
        <comment>share, latency</comment>
        <translation>%1 % 低于 %2</translation>
    </message>
    <message>
        <source>Select a peer to see how it answers.</source>
        <translation>选择一个对端以查看其应答情况。</translation>
    </message>
    <message>
        <source>%1: %2 of the pings took %3 to %4</source>
        <comment>peer, share, latency, latency</comment>
        <translation>%1：%2 的 ping 用时 %3 至 %4</translation>
    </message>
    <message>
        <source>No pings in this time span yet.</source>
        <translation>此时间段内尚无 ping。</translation>
    </message>
    <message>
        <source>%1: median %2</source>
        <comment>a vantage, latency</comment>
        <translation>%1：中位数 %2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::History</name>
    <message>
        <source>using the history</source>
        <translation>使用历史记录</translation>
    </message>
    <message>
        <source>opening the history</source>
        <translation>打开历史记录</translation>
    </message>
    <message>
        <source>it is another program&apos;s database</source>
        <translation>它是另一个程序的数据库</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>“%1” was written by a newer Pongwatch (format %2; this version knows %3) and is opened read-only</source>
        <translation>“%1”由更新版本的 Pongwatch 写入（格式 %2，本程序支持 %3），只能读取</translation>
    </message>
    <message>
        <source>creating the folder for the history</source>
        <translation>创建历史记录的文件夹</translation>
    </message>
    <message>
        <source>it can&apos;t be created</source>
        <translation>无法创建</translation>
    </message>
    <message>
        <source>writing the history</source>
        <translation>写入历史记录</translation>
    </message>
    <message>
        <source>the folder can&apos;t be written</source>
        <translation>无法写入该文件夹</translation>
    </message>
    <message>
        <source>another Pongwatch is writing it</source>
        <translation>另一个 Pongwatch 正在写入</translation>
    </message>
    <message>
        <source>Another Pongwatch is writing “%1”</source>
        <translation>另一个 Pongwatch 正在写入“%1”</translation>
    </message>
    <message>
        <source>%1; this run is recorded in “%2”</source>
        <translation>%1；本次运行保存在“%2”中</translation>
    </message>
    <message>
        <source>setting the damaged history aside</source>
        <translation>将损坏的历史记录移到一旁</translation>
    </message>
    <message>
        <source>it can&apos;t be renamed</source>
        <translation>无法重命名</translation>
    </message>
    <message>
        <source>“%1” is damaged and was renamed to “%2”; a new history was started</source>
        <translation>“%1”已损坏，已重命名为“%2”；并开始了新的历史记录</translation>
    </message>
    <message>
        <source>The history can&apos;t be written (%1); measurements are kept in memory</source>
        <translation>历史记录没有写入（%1）；测量结果暂存于内存</translation>
    </message>
    <message>
        <source>a peer&apos;s row is missing</source>
        <translation>缺少某个对端的行</translation>
    </message>
    <message>
        <source>the description of its tables is damaged</source>
        <translation>其表结构描述已损坏</translation>
    </message>
    <message>
        <source>repairing the history</source>
        <translation>修复历史记录</translation>
    </message>
    <message>
        <source>it can&apos;t be copied</source>
        <translation>无法复制</translation>
    </message>
    <message>
        <source>“%1” is no folder</source>
        <translation>“%1”不是文件夹</translation>
    </message>
    <message>
        <source>its lock file can&apos;t be written</source>
        <translation>无法写入其锁文件</translation>
    </message>
    <message>
        <source>Some pings can&apos;t be put in their place in the history (%1); they are kept in its journal</source>
        <translation>部分 ping 无法归入历史记录（%1）；它们保留在日志中</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>no larger file is allowed</source>
        <translation>不允许更大的文件</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>no file can be created in the folder</source>
        <translation>无法在该文件夹中创建文件</translation>
    </message>
    <message>
        <source>the lock file of a program that has died can&apos;t be removed</source>
        <translation>无法删除已终止程序留下的锁文件</translation>
    </message>
</context>
<context>
    <name>Pongwatch::HistoryCommand</name>
    <message>
        <source>%1 pings: answered %2, slow %3, late %4, superseded %5, timed out %6, lost %7</source>
        <translation>%1 个 ping：已应答 %2，慢 %3，迟到 %4，被取代 %5，超时 %6，丢失 %7</translation>
    </message>
    <message>
        <source>%1 in %2 chunks, %3 in the journal</source>
        <translation>%1 个在 %2 个数据块中，%3 个在日志中</translation>
    </message>
    <message>
        <source>The counts differ: %1 pings one by one, %2 in the buckets of minutes, %3 in those of hours</source>
        <translation>计数不一致：逐个统计为 %1 个 ping，按分钟汇总为 %2 个，按小时汇总为 %3 个</translation>
    </message>
    <message numerus="yes">
        <source>%1: format %2, %3 bytes, %n run(s) of the program</source>
        <translation>
            <numerusform>%1：格式 %2，%3 字节，程序运行 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>damaged: %1</source>
        <translation>已损坏：%1</translation>
    </message>
    <message>
        <source>SQLite says: %1</source>
        <translation>SQLite 报告：%1</translation>
    </message>
    <message>
        <source>All of it can be read, and every ping counts once.</source>
        <translation>全部内容均可读取，每个 ping 都只计一次。</translation>
    </message>
    <message>
        <source>The file is damaged; --repair writes what can be read into a new one.</source>
        <translation>文件已损坏；使用 --repair 可将能读取的内容写入新文件。</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Left out: %n chunk(s) of pings.</source>
        <translation>已忽略：%n 个 ping 数据块。</translation>
    </message>
    <message>
        <source>Left out: %n page(s) of chart buckets.</source>
        <translation>已忽略：%n 页图表汇总数据。</translation>
    </message>
    <message>
        <source>Left out: what could not be read of %n row(s) of the journal.</source>
        <translation>已忽略：日志中 %n 行无法读取的内容。</translation>
    </message>
    <message>
        <source>Counted anew from the pings: the buckets of %n hour(s).</source>
        <translation>已根据 ping 重新统计：%n 个小时的汇总数据。</translation>
    </message>
    <message>
        <source>Some rows could not be read at all.</source>
        <translation>部分行完全无法读取。</translation>
    </message>
    <message>
        <source>Says what is in a history file, whether all of it can be read, and whether its counts agree.</source>
        <translation>显示历史记录文件的内容，并检查是否全部可读、计数是否一致。</translation>
    </message>
    <message>
        <source>reading the arguments</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>history takes “check” and one file</source>
        <translation>history 需要“check”和一个文件</translation>
    </message>
    <message>
        <source>Write what can be read to a new file next to it</source>
        <translation>把能读取的内容写入旁边的新文件</translation>
    </message>
    <message>
        <source>reading the history</source>
        <translation>读取历史记录</translation>
    </message>
</context>
<context>
    <name>Pongwatch::HistoryLabel</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>History: %1</source>
        <translation>历史记录：%1</translation>
    </message>
    <message>
        <source>▲ History: %1 samples waiting in memory</source>
        <translation>▲ 历史记录：%1 个样本在内存中等待</translation>
    </message>
    <message>
        <source>Measurements are kept in %1</source>
        <translation>测量结果保存在 %1</translation>
    </message>
    <message>
        <source>%1 samples were lost: the memory set aside for them was full</source>
        <translation>%1 个样本已丢失：用于它们的内存已满</translation>
    </message>
</context>
<context>
    <name>Pongwatch::HistoryPage</name>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>当前 %1</translation>
    </message>
    <message>
        <source>&amp;Every ping:</source>
        <translation>每次 ping(&amp;E)：</translation>
    </message>
    <message>
        <source>Figures of each &amp;minute:</source>
        <translation>每分钟的数据(&amp;M)：</translation>
    </message>
    <message>
        <source>Figures of each &amp;hour:</source>
        <translation>每小时的数据(&amp;H)：</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留的内容</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>&amp;Maximum file size:</source>
        <translation>文件最大(&amp;M)：</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>After you apply this, older data, and the oldest data of a file that is too large, is removed in small steps.</source>
        <translation>应用后，更早的内容以及过大文件中最早的内容会逐步删除。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Location of the history</source>
        <translation>历史记录的位置</translation>
    </message>
    <message>
        <source>Size of the history</source>
        <translation>历史记录的大小</translation>
    </message>
</context>
<context>
    <name>Pongwatch::HopsView</name>
    <message>
        <source>hop %1</source>
        <translation>第 %1 跳</translation>
    </message>
    <message>
        <source>Not traced in this time span. Peer &gt; Trace Path does it now.</source>
        <comment>a network path</comment>
        <translation>此时间段内未追踪。“对端 &gt; 追踪路径”可立即追踪。</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s); up to %1</source>
        <translation>
            <numerusform>%n 次追踪；最长 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>traced at %1</source>
        <translation>追踪于 %1</translation>
    </message>
    <message>
        <source>not traced</source>
        <translation>未追踪</translation>
    </message>
</context>
<context>
    <name>Pongwatch::HostResolver</name>
    <message>
        <source>Host not found</source>
        <translation>找不到主机</translation>
    </message>
</context>
<context>
    <name>Pongwatch::IdentityPage</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Watch it</source>
        <translation>监视(&amp;W)</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Words for searching and filtering, separated by commas.</source>
        <translation>用于查找和选择的词，以逗号分隔。</translation>
    </message>
    <message>
        <source>none, or a new one</source>
        <translation>无；或新建一个</translation>
    </message>
    <message>
        <source>user and password belong in the sign-in settings, not in the URL</source>
        <translation>用户名和密码应填在登录设置中，而不是 URL 中</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Import</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>reading a header</source>
        <translation>读取标头</translation>
    </message>
    <message>
        <source>it has no colon</source>
        <translation>它没有冒号</translation>
    </message>
    <message>
        <source>password or token</source>
        <translation>密码或令牌</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>reading the settings</source>
        <translation>读取设置</translation>
    </message>
    <message>
        <source>the text is longer than %1 characters</source>
        <translation>文本长于 %1 个字符</translation>
    </message>
    <message>
        <source>reading the command line</source>
        <translation>读取命令行</translation>
    </message>
    <message>
        <source>a quote has no end</source>
        <translation>引号没有结束</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>“%1” is taken of several values, the others being %2</source>
        <translation>有多个值，采用“%1”，其余为 %2</translation>
    </message>
    <message>
        <source>says nothing about a connection</source>
        <translation>与连接无关</translation>
    </message>
    <message>
        <source>AsyncAPI 3 document</source>
        <translation>AsyncAPI 3 文档</translation>
    </message>
    <message>
        <source>AsyncAPI 2 document</source>
        <translation>AsyncAPI 2 文档</translation>
    </message>
    <message>
        <source>it asks for credentials, and has none in it</source>
        <translation>要求凭据，但其中没有凭据</translation>
    </message>
    <message>
        <source>its protocol is %1, not WebSocket</source>
        <translation>协议是 %1，不是 WebSocket</translation>
    </message>
    <message>
        <source>no server in it speaks WebSocket</source>
        <translation>其中没有使用 WebSocket 的服务器</translation>
    </message>
    <message>
        <source>%1 in the channel&apos;s address has no value here</source>
        <translation>通道地址中的 %1 在此没有值</translation>
    </message>
    <message>
        <source>the variable %1 in the URL has no value here</source>
        <translation>URL 中的变量 %1 在此没有值</translation>
    </message>
    <message>
        <source>which of the environments holds is chosen by hand</source>
        <translation>生效的环境需手动选择</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>is not taken</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>repeats what is taken already</source>
        <translation>与已导入的内容重复</translation>
    </message>
    <message>
        <source>is switched off there</source>
        <translation>在原文件中已停用</translation>
    </message>
    <message>
        <source>what is sent after the connection is open is not taken</source>
        <translation>不导入连接打开之后发送的内容</translation>
    </message>
    <message>
        <source>scripts are not run</source>
        <translation>不会运行脚本</translation>
    </message>
    <message>
        <source>it is in no block</source>
        <translation>不属于任何块</translation>
    </message>
    <message>
        <source>OpenCollection</source>
        <translation>OpenCollection</translation>
    </message>
    <message>
        <source>Bruno collection</source>
        <translation>Bruno 集合</translation>
    </message>
    <message>
        <source>Bruno request</source>
        <translation>Bruno 请求</translation>
    </message>
    <message>
        <source>the block %1 is not known here</source>
        <translation>无法识别块 %1</translation>
    </message>
    <message>
        <source>credentials that its folder or collection has are not in this file</source>
        <translation>其文件夹或集合的凭据不在此文件中</translation>
    </message>
    <message>
        <source>belongs to another kind of credentials than is chosen</source>
        <translation>属于所选类型之外的凭据</translation>
    </message>
    <message>
        <source>there is no request in it</source>
        <translation>其中没有请求</translation>
    </message>
    <message>
        <source>credentials of the kind %1 are not taken</source>
        <translation>不导入 %1 类型的凭据</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>the variable %1 has no value here: it is taken from the environment, as %2</source>
        <translation>变量 %1 在此没有值：将以 %2 从环境变量读取</translation>
    </message>
    <message>
        <source>the variable %1 has no value here</source>
        <translation>变量 %1 在此没有值</translation>
    </message>
    <message>
        <source>the API key has no name or no value</source>
        <translation>API 密钥缺少名称或值</translation>
    </message>
    <message>
        <source>where the API key belongs is not known: it is sent as a header</source>
        <translation>API 密钥的位置未知：将作为标头发送</translation>
    </message>
    <message>
        <source>a request that opens no WebSocket</source>
        <translation>不打开 WebSocket 的请求</translation>
    </message>
    <message>
        <source>it has no URL</source>
        <translation>没有 URL</translation>
    </message>
    <message>
        <source>%1 in the URL&apos;s path has no value here</source>
        <translation>URL 路径中的 %1 在此没有值</translation>
    </message>
    <message>
        <source>%1: the variable %2 has no value here</source>
        <translation>%1：变量 %2 在此没有值</translation>
    </message>
    <message>
        <source>where the output goes is no setting of a peer</source>
        <translation>输出位置不是对端的设置</translation>
    </message>
    <message>
        <source>a remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>what reads the output is not run: %1</source>
        <translation>不会运行读取输出的命令：%1</translation>
    </message>
    <message>
        <source>switches off what is off here</source>
        <translation>所停用的功能在此本就停用</translation>
    </message>
    <message>
        <source>this option is not known here</source>
        <translation>无法识别此选项</translation>
    </message>
    <message>
        <source>its value is left out with it</source>
        <translation>其值一并忽略</translation>
    </message>
    <message>
        <source>%1 has no value behind it</source>
        <translation>%1 缺少值</translation>
    </message>
    <message>
        <source>this word is no option and no URL</source>
        <translation>既不是选项也不是 URL</translation>
    </message>
    <message>
        <source>the command %1 has no URL in it</source>
        <translation>命令 %1 中没有 URL</translation>
    </message>
    <message>
        <source>%1 in front of the command says nothing about the connection</source>
        <translation>命令前的 %1 与连接无关</translation>
    </message>
    <message>
        <source>there is no URL in it</source>
        <translation>其中没有 URL</translation>
    </message>
    <message>
        <source>the file with headers is not read</source>
        <translation>不会读取标头文件</translation>
    </message>
    <message>
        <source>the header %1 has no value: it is not sent</source>
        <translation>标头 %1 没有值：不会发送</translation>
    </message>
    <message>
        <source>“%1” is no number of seconds from 0.001 to 86,400</source>
        <translation>“%1”不是 0.001 到 86,400 之间的秒数</translation>
    </message>
    <message>
        <source>proxies of the kind %1 are not spoken to</source>
        <translation>不支持 %1 类型的代理</translation>
    </message>
    <message>
        <source>curl&apos;s own port for proxies, 1080, was put in</source>
        <translation>已填入 curl 默认的代理端口 1080</translation>
    </message>
    <message>
        <source>it is not of the form HOST:PORT:ADDRESS</source>
        <translation>不是 HOST:PORT:ADDRESS 形式</translation>
    </message>
    <message>
        <source>only the first of its addresses is meant here</source>
        <translation>仅采用其第一个地址</translation>
    </message>
    <message>
        <source>it is not of the form HOST1:PORT1:HOST2:PORT2</source>
        <translation>不是 HOST1:PORT1:HOST2:PORT2 形式</translation>
    </message>
    <message>
        <source>the file with cookies is not read</source>
        <translation>不会读取 Cookie 文件</translation>
    </message>
    <message>
        <source>the password of the client&apos;s key is not kept: the key must have none</source>
        <translation>不保存客户端密钥的密码：密钥不能有密码</translation>
    </message>
    <message>
        <source>%1: a handshake is always a GET</source>
        <translation>%1：握手始终使用 GET</translation>
    </message>
    <message>
        <source>a handshake has no body</source>
        <translation>握手没有请求体</translation>
    </message>
    <message>
        <source>there is no proxy for --proxy-user</source>
        <translation>没有与 --proxy-user 对应的代理</translation>
    </message>
    <message>
        <source>it is about curl&apos;s own output and run</source>
        <translation>仅涉及 curl 自身的输出和运行</translation>
    </message>
    <message>
        <source>a peer has no setting for it</source>
        <translation>对端没有对应的设置</translation>
    </message>
    <message>
        <source>the file is not read</source>
        <translation>不会读取该文件</translation>
    </message>
    <message>
        <source>only Basic and Bearer are known here</source>
        <translation>仅支持 Basic 和 Bearer</translation>
    </message>
    <message>
        <source>TLS versions, ciphers and stores are the system&apos;s</source>
        <translation>TLS 版本、密码套件和证书库使用系统设置</translation>
    </message>
    <message>
        <source>a handshake is made over HTTP/1.1</source>
        <translation>握手使用 HTTP/1.1</translation>
    </message>
    <message>
        <source>an answer is read only as it is, not compressed</source>
        <translation>只读取未压缩的响应</translation>
    </message>
    <message>
        <source>a redirect is not followed</source>
        <translation>不跟随重定向</translation>
    </message>
    <message>
        <source>a handshake is always a GET</source>
        <translation>握手始终使用 GET</translation>
    </message>
    <message>
        <source>a peer is dialled again by its own settings</source>
        <translation>对端按自身设置重新连接</translation>
    </message>
    <message>
        <source>the proxy gets no headers of its own</source>
        <translation>不会向代理发送专用标头</translation>
    </message>
    <message>
        <source>proxies of this kind are not spoken to</source>
        <translation>不支持此类型的代理</translation>
    </message>
    <message>
        <source>it listens, and connects to nobody</source>
        <translation>仅监听，不发起连接</translation>
    </message>
    <message>
        <source>it is about wscat&apos;s own output and run</source>
        <translation>仅涉及 wscat 自身的输出和运行</translation>
    </message>
    <message>
        <source>layers of websocat around the connection are not made</source>
        <translation>不会建立 websocat 在连接外的叠加层</translation>
    </message>
    <message>
        <source>the other end is the terminal</source>
        <translation>另一端是终端</translation>
    </message>
    <message>
        <source>the other end that websocat joins is not made</source>
        <translation>不会建立 websocat 所连接的另一端</translation>
    </message>
    <message>
        <source>it is about websocat&apos;s own output and run</source>
        <translation>仅涉及 websocat 自身的输出和运行</translation>
    </message>
    <message>
        <source>it is about one run, and no setting of a peer</source>
        <translation>仅针对单次运行，不是对端的设置</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>a line above the table&apos;s head</source>
        <translation>表头上方的一行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>this column is taken for the URLs, because it has some</source>
        <translation>此列含有 URL，因此用作 URL 列</translation>
    </message>
    <message>
        <source>no column of the table has URLs, or is called “url”</source>
        <translation>表格中没有包含 URL 或名为“url”的列</translation>
    </message>
    <message>
        <source>it has %1 cells, the head only %2: a comma in a cell needs quotes around the cell</source>
        <translation>该行有 %1 个单元格，表头只有 %2 个：含逗号的单元格需要加引号</translation>
    </message>
    <message>
        <source>it was shortened</source>
        <translation>已截短</translation>
    </message>
    <message>
        <source>%1: “%2” is neither true nor false</source>
        <translation>%1：“%2”既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>this column has no name</source>
        <translation>此列没有名称</translation>
    </message>
    <message>
        <source>this column is not known here</source>
        <translation>无法识别此列</translation>
    </message>
    <message>
        <source>line %1: a quote has no end</source>
        <translation>第 %1 行：引号未闭合</translation>
    </message>
    <message>
        <source>comes twice; only the first counts</source>
        <translation>重复出现；仅第一个有效</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>is no pair of a name and a value</source>
        <translation>不是名称和值的组合</translation>
    </message>
    <message>
        <source>has no name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>an upgrade of http is what ws:// stands for, one of https wss://</source>
        <translation>从 http 升级即 ws://，从 https 升级即 wss://</translation>
    </message>
    <message>
        <source>this handshake was refused with %1; what it carried may be outdated</source>
        <translation>此握手曾被拒绝 (%1)；其携带的内容可能已过期</translation>
    </message>
    <message>
        <source>a measurement of then</source>
        <translation>当时的测量值</translation>
    </message>
    <message>
        <source>the messages of then are not taken</source>
        <translation>不导入当时的消息</translation>
    </message>
    <message>
        <source>what was answered then</source>
        <translation>当时的响应</translation>
    </message>
    <message>
        <source>HAR file</source>
        <translation>HAR 文件</translation>
    </message>
    <message>
        <source>is no entry</source>
        <translation>不是有效条目</translation>
    </message>
    <message>
        <source>the same URL was dialled here as well (status %1); the newest that was accepted is taken</source>
        <translation>此处也连接过同一 URL（状态 %1）；采用最近一次被接受的</translation>
    </message>
    <message>
        <source>its variables were put into the others</source>
        <translation>其变量已代入其他文件</translation>
    </message>
    <message>
        <source>%1 is read as %2</source>
        <translation>%1 按 %2 读取</translation>
    </message>
    <message>
        <source>“%1” is no request that opens a WebSocket</source>
        <translation>“%1”不是打开 WebSocket 的请求</translation>
    </message>
    <message>
        <source>Insomnia export, version 4</source>
        <translation>Insomnia 导出文件（版本 4）</translation>
    </message>
    <message>
        <source>Insomnia export, version 5</source>
        <translation>Insomnia 导出文件（版本 5）</translation>
    </message>
    <message>
        <source>only the base environment holds; the others are chosen by hand</source>
        <translation>仅基础环境生效；其他环境需手动选择</translation>
    </message>
    <message>
        <source>list in JSON</source>
        <translation>JSON 列表</translation>
    </message>
    <message>
        <source>it is JSON, but none of the formats that are known, and no URL is in it</source>
        <translation>是 JSON，但不是已知格式，且其中没有 URL</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>characters that nobody sees were taken out</source>
        <translation>已移除不可见字符</translation>
    </message>
    <message>
        <source>a remark, though there is a URL in it</source>
        <translation>备注，但其中有 URL</translation>
    </message>
    <message>
        <source>http:// stands for ws://, and https:// for wss://</source>
        <translation>http:// 视为 ws://，https:// 视为 wss://</translation>
    </message>
    <message>
        <source>“%1” in front of several URLs</source>
        <translation>“%1”位于多个 URL 之前</translation>
    </message>
    <message>
        <source>the words in front of the URL</source>
        <translation>URL 之前的文字</translation>
    </message>
    <message>
        <source>a remark behind the URL</source>
        <translation>URL 之后的备注</translation>
    </message>
    <message>
        <source>the words behind the URL</source>
        <translation>URL 之后的文字</translation>
    </message>
    <message>
        <source>the words between two URLs</source>
        <translation>两个 URL 之间的文字</translation>
    </message>
    <message>
        <source>nothing but marks</source>
        <translation>只有标记符号</translation>
    </message>
    <message>
        <source>there is no URL in it, and it is none of the formats that are known</source>
        <translation>其中没有 URL，也不是已知格式</translation>
    </message>
    <message>
        <source>there is no URL in this line</source>
        <translation>此行没有 URL</translation>
    </message>
    <message>
        <source>Postman collection</source>
        <translation>Postman 集合</translation>
    </message>
    <message>
        <source>is no request</source>
        <translation>不是请求</translation>
    </message>
    <message>
        <source>a peer&apos;s own settings are in place of it</source>
        <translation>由对端自身的设置代替</translation>
    </message>
    <message>
        <source>what follows the # of a URL is never sent</source>
        <translation>URL 中 # 之后的内容不会发送</translation>
    </message>
    <message>
        <source>Postman collection, version 3</source>
        <translation>Postman 集合（版本 3）</translation>
    </message>
    <message>
        <source>“%1” has no URL in it</source>
        <translation>“%1”中没有 URL</translation>
    </message>
    <message>
        <source>there is a URL already; one more is left out</source>
        <translation>已有 URL；忽略多余的一个</translation>
    </message>
    <message>
        <source>%1 repeats what the URL says</source>
        <translation>%1 与 URL 中的信息重复</translation>
    </message>
    <message>
        <source>%1: a WebSocket handshake says “%2” here</source>
        <translation>%1：WebSocket 握手在此固定为“%2”</translation>
    </message>
    <message>
        <source>%1 is always 13, as RFC 6455 has it</source>
        <translation>按 RFC 6455，%1 始终为 13</translation>
    </message>
    <message>
        <source>%1: the handshake asks for no extension</source>
        <translation>%1：握手不请求任何扩展</translation>
    </message>
    <message>
        <source>%1: an answer is read only as it is, not compressed</source>
        <translation>%1：只读取未压缩的响应</translation>
    </message>
    <message>
        <source>%1 has no place in a handshake&apos;s request</source>
        <translation>%1 不能用于握手请求</translation>
    </message>
    <message>
        <source>there is an origin already; one more is left out</source>
        <translation>已有 Origin；忽略多余的一个</translation>
    </message>
    <message>
        <source>the certificate is not verified: whoever is in between can read along</source>
        <translation>不验证证书：中间人可以窃听</translation>
    </message>
    <message>
        <source>there is no password with the user name</source>
        <translation>有用户名但没有密码</translation>
    </message>
    <message>
        <source>reading the token</source>
        <translation>读取令牌</translation>
    </message>
    <message>
        <source>there is no token: “Bearer” with nothing behind it</source>
        <translation>没有令牌：“Bearer”之后没有内容</translation>
    </message>
    <message>
        <source>there is another way to the host already</source>
        <translation>已指定到该主机的其他途径</translation>
    </message>
    <message>
        <source>it is about %1, another host or port than the URL&apos;s</source>
        <translation>针对的是 %1，与 URL 的主机或端口不同</translation>
    </message>
    <message>
        <source>the user name in the URL: there are credentials already</source>
        <translation>URL 中的用户名：已有凭据</translation>
    </message>
    <message>
        <source>the name was shortened, or had characters that no name can have</source>
        <translation>名称已截短，或含有名称不允许的字符</translation>
    </message>
    <message>
        <source>sub-protocol</source>
        <translation>子协议</translation>
    </message>
    <message>
        <source>there are more than %1 tags</source>
        <translation>标签超过 %1 个</translation>
    </message>
    <message>
        <source>an OpenAPI document describes HTTP, and no WebSocket</source>
        <translation>OpenAPI 文档描述的是 HTTP，而不是 WebSocket</translation>
    </message>
    <message>
        <source>this is an environment of Postman: choose it together with the collection that it is for</source>
        <translation>这是 Postman 环境：请与对应的集合一起选择</translation>
    </message>
    <message>
        <source>it begins like JSON, and is none: %1</source>
        <translation>开头像 JSON，但不是有效的 JSON：%1</translation>
    </message>
    <message>
        <source>this is a page or an XML document: copy the URLs or the table out of it</source>
        <translation>这是网页或 XML 文档：请从中复制 URL 或表格</translation>
    </message>
    <message>
        <source>this is a packed file, perhaps a spreadsheet: save its table as CSV</source>
        <translation>这是压缩文件，可能是电子表格：请将其中的表格另存为 CSV</translation>
    </message>
    <message>
        <source>this is no text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>it is no UTF-8, and was read as %1</source>
        <translation>不是 UTF-8，已按 %1 读取</translation>
    </message>
    <message>
        <source>%1 bytes are no characters in this encoding</source>
        <translation>%1 个字节在此编码中不是有效字符</translation>
    </message>
    <message>
        <source>only texts that stand there as they are can be taken</source>
        <translation>只能导入直接写出的文本</translation>
    </message>
    <message>
        <source>the URL of %1 is no text that stands there as it is</source>
        <translation>%1 的 URL 不是直接写出的文本</translation>
    </message>
    <message>
        <source>what stands behind %1 is not run</source>
        <translation>不会运行 %1 之后的内容</translation>
    </message>
    <message>
        <source>a cookie&apos;s path and domain are not kept</source>
        <translation>不保留 Cookie 的路径和域</translation>
    </message>
    <message>
        <source>it is for a call that is not in the text</source>
        <translation>对应的调用不在文本中</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>reading YAML</source>
        <translation>读取 YAML</translation>
    </message>
    <message>
        <source>a key must be a text</source>
        <translation>键必须是文本</translation>
    </message>
    <message>
        <source>there are too many values</source>
        <translation>值过多</translation>
    </message>
    <message>
        <source>the alias *%1 has no anchor</source>
        <translation>别名 *%1 没有对应的锚点</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>it may be sent, but has no value</source>
        <translation>可能会被发送，但没有值</translation>
    </message>
    <message>
        <source>%1 was replaced by its value, from the variables next to it</source>
        <translation>%1 已替换为旁边变量文件中的值</translation>
    </message>
    <message>
        <source>the peer is dialled without this proxy</source>
        <translation>连接对端时不使用此代理</translation>
    </message>
    <message>
        <source>the peer is dialled from this machine, not from there</source>
        <translation>从本机连接对端，而不是从那里</translation>
    </message>
    <message>
        <source>this is no command that is known here: %1</source>
        <translation>无法识别此命令：%1</translation>
    </message>
    <message>
        <source>authorities are the system&apos;s, or those of one file alone</source>
        <translation>证书颁发机构只能来自系统或单个文件</translation>
    </message>
    <message>
        <source>at most 5 redirects are followed</source>
        <translation>最多跟随 5 次重定向</translation>
    </message>
    <message>
        <source>it takes a name out of curl&apos;s own memory</source>
        <translation>它从 curl 自身的缓存中移除一个名称</translation>
    </message>
    <message>
        <source>it leads to what the URL says</source>
        <translation>它与 URL 所写的一致</translation>
    </message>
    <message>
        <source>the name is looked up as the system does it</source>
        <translation>名称按系统的方式解析</translation>
    </message>
    <message>
        <source>there is no setting for it: the system chooses the interface</source>
        <translation>没有对应的设置：由系统选择网络接口</translation>
    </message>
    <message>
        <source>a socket without a file is not dialled: the connection goes to the URL&apos;s own host</source>
        <translation>不支持没有文件的套接字：将连接 URL 中的主机</translation>
    </message>
    <message>
        <source>only one proxy is gone through</source>
        <translation>只支持一级代理</translation>
    </message>
    <message>
        <source>credentials are sent to the URL&apos;s own host only</source>
        <translation>凭据只发送给 URL 中的主机</translation>
    </message>
    <message>
        <source>it is about wget&apos;s own output and run</source>
        <translation>只与 wget 自身的输出和运行有关</translation>
    </message>
    <message>
        <source>it is about HTTPie&apos;s own output and run</source>
        <translation>只与 HTTPie 自身的输出和运行有关</translation>
    </message>
    <message>
        <source>it is quoted-printable, as mail is sent, and was decoded</source>
        <translation>内容为邮件所用的 quoted-printable 编码，已解码</translation>
    </message>
    <message>
        <source>the address was written so that nobody follows it</source>
        <translation>地址被写成了防止点击的形式</translation>
    </message>
    <message>
        <source>typographic quotes and dashes stand for plain ones</source>
        <translation>排版引号和破折号已按普通字符处理</translation>
    </message>
    <message>
        <source>marks in the URL stand for others</source>
        <translation>URL 中的符号已替换</translation>
    </message>
    <message>
        <source>the next line was taken for the rest of the URL</source>
        <translation>下一行被当作 URL 的其余部分</translation>
    </message>
    <message>
        <source>a page&apos;s address: with other words beside it, only ws:// and wss:// are taken</source>
        <translation>网页地址：旁边有其他文字时，只识别 ws:// 和 wss://</translation>
    </message>
    <message>
        <source>a link that repeats its text</source>
        <translation>与文本重复的链接</translation>
    </message>
    <message>
        <source>%1 is generated for each handshake</source>
        <translation>%1 在每次握手时生成</translation>
    </message>
    <message>
        <source>%1 is not dialled, but the URL&apos;s own host: %2</source>
        <translation>不连接 %1，而是连接 URL 中的主机：%2</translation>
    </message>
    <message>
        <source>no proxy is used for this host: the one that is named is left out</source>
        <translation>此主机不使用代理：忽略所写的代理</translation>
    </message>
    <message>
        <source>it is about other hosts than the URL&apos;s</source>
        <translation>只与 URL 之外的主机有关</translation>
    </message>
    <message>
        <source>it goes to another address than its name: %1 is dialled, not %2</source>
        <translation>连接的地址与名称不同：连接的是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>it goes to another address than its name: %1 is asked for %2</source>
        <translation>连接的地址与名称不同：向 %1 请求 %2</translation>
    </message>
    <message>
        <source>it is no handshake of a WebSocket: there is no “Upgrade: websocket”</source>
        <translation>不是 WebSocket 握手：没有“Upgrade: websocket”</translation>
    </message>
    <message>
        <source>the request names no host</source>
        <translation>请求中没有主机</translation>
    </message>
    <message>
        <source>the request does not say whether it went over TLS: wss:// was put in</source>
        <translation>请求没有说明是否使用 TLS：已填入 wss://</translation>
    </message>
    <message>
        <source>%1:// was put in, by its origin or port</source>
        <translation>已根据来源或端口填入 %1://</translation>
    </message>
    <message>
        <source>whatever comes before %1 is not run</source>
        <translation>%1 之前的内容不会执行</translation>
    </message>
    <message>
        <source>what a program calls the connection says nothing about it</source>
        <translation>程序中的变量名与连接无关</translation>
    </message>
    <message>
        <source>it is for no call that is in the text</source>
        <translation>文本中没有使用它的调用</translation>
    </message>
    <message>
        <source>what it refers to is not in this document</source>
        <translation>所引用的内容不在此文档中</translation>
    </message>
    <message>
        <source>it names no server</source>
        <translation>未指明服务器</translation>
    </message>
    <message>
        <source>%1 has no value here: the one that stands beside it was put in</source>
        <translation>%1 在此没有值：已采用其旁边给出的值</translation>
    </message>
    <message>
        <source>what the shell puts in there is not known: nothing is run</source>
        <translation>无法得知 shell 会在此代入什么：不执行任何命令</translation>
    </message>
    <message>
        <source>what the shell puts into the URL is not known: nothing is run</source>
        <translation>无法得知 shell 会在 URL 中代入什么：不执行任何命令</translation>
    </message>
    <message>
        <source>%1 says nothing about the connection</source>
        <translation>%1 与连接无关</translation>
    </message>
    <message>
        <source>it is about wsdump&apos;s own output and run</source>
        <translation>仅涉及 wsdump 自身的输出与运行</translation>
    </message>
    <message>
        <source>its URL stands for more than %1 of them</source>
        <translation>其 URL 展开后超过 %1 个</translation>
    </message>
    <message>
        <source>its URL is in a file that is not read</source>
        <translation>其 URL 在一个不会被读取的文件中</translation>
    </message>
    <message>
        <source>it is JSON with requests or addresses of pages, and nothing in it opens a WebSocket</source>
        <translation>这是含有请求或网页地址的 JSON，其中没有打开 WebSocket 的内容</translation>
    </message>
    <message>
        <source>%1 was put in where other lines use it</source>
        <translation>%1 已代入其他使用它的行</translation>
    </message>
    <message>
        <source>the place holder %1 in the URL has no value here</source>
        <translation>URL 中的占位符 %1 在此没有值</translation>
    </message>
    <message>
        <source>a heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>what a tool says of the request</source>
        <translation>工具对该请求的说明</translation>
    </message>
    <message>
        <source>there are only addresses of pages in it: a WebSocket&apos;s begins with ws:// or wss://</source>
        <translation>其中只有网页地址：WebSocket 地址以 ws:// 或 wss:// 开头</translation>
    </message>
    <message>
        <source>there are credentials already: these replace them</source>
        <translation>已有凭据：由这些凭据取代</translation>
    </message>
    <message>
        <source>token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>reading the URL</source>
        <translation>读取 URL</translation>
    </message>
    <message>
        <source>it was read as “%1”, and nothing in it opens a WebSocket</source>
        <translation>已按“%1”读取，其中没有打开 WebSocket 的内容</translation>
    </message>
    <message>
        <source>remarks, and commas that JSON has no place for</source>
        <translation>注释，以及 JSON 不允许的逗号</translation>
    </message>
    <message>
        <source>sections of settings</source>
        <translation>设置的小节</translation>
    </message>
    <message>
        <source>what is around the URL says nothing about a connection</source>
        <translation>URL 周围的内容与连接无关</translation>
    </message>
    <message>
        <source>%1 replaced by the values in this file next to it; look where they go</source>
        <translation>%1 已替换为旁边此文件中的值；请留意它们会发往哪里</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ImportCommand</name>
    <message>
        <source>Variables for the input: an .env file or an environment of Postman</source>
        <translation>输入所用的变量：.env 文件或 Postman 环境</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>no setting</source>
        <translation>与设置无关</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>分组 %1</translation>
    </message>
    <message>
        <source>tags %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message numerus="yes">
        <source>%n header(s)</source>
        <translation>
            <numerusform>%n 个标头</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s)</source>
        <translation>
            <numerusform>%n 个凭据</numerusform>
        </translation>
    </message>
    <message>
        <source>the keychain did not answer</source>
        <translation>密钥环没有响应</translation>
    </message>
    <message>
        <source>reading the option</source>
        <translation>读取选项</translation>
    </message>
    <message>
        <source>“%1” is none of %2</source>
        <translation>“%1”不是以下任何一项：%2</translation>
    </message>
    <message>
        <source>reading the variables</source>
        <translation>读取变量</translation>
    </message>
    <message>
        <source>reading standard input</source>
        <translation>读取标准输入</translation>
    </message>
    <message>
        <source>The secrets were not kept: %1. The peers refer to them as keychain:NAME; put them into a keychain, or write $VARIABLE in their place.
</source>
        <translation>凭据未保存：%1。对端以 keychain:NAME 引用这些凭据；请将其存入密钥环，或改写为 $VARIABLE。
</translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>one file is needed, or - for standard input</source>
        <translation>需要一个文件，或用 - 表示标准输入</translation>
    </message>
    <message>
        <source>there is no peer in it</source>
        <translation>其中没有对端</translation>
    </message>
    <message>
        <source>importing</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>refused: %1
</source>
        <translation>已拒绝：%1
</translation>
    </message>
    <message>
        <source>Where to: .csv is a table, .json (or .pongwatch) a workspace</source>
        <translation>输出位置：.csv 为表格，.json（或 .pongwatch）为工作区</translation>
    </message>
    <message>
        <source>Writes a workspace as a table or as JSON, without secrets.</source>
        <translation>将工作区写为表格或 JSON，不含凭据。</translation>
    </message>
    <message>
        <source>a workspace and -o FILE are needed</source>
        <translation>需要工作区和 -o FILE</translation>
    </message>
    <message>
        <source>“%1” ends neither in .csv nor in .json</source>
        <translation>“%1”的扩展名既不是 .csv 也不是 .json</translation>
    </message>
    <message>
        <source>writing the file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>Merge peers whose URL already exists into the existing ones</source>
        <translation>把 URL 已存在的对端合并到已有的对端</translation>
    </message>
    <message>
        <source>Imports peers from other programs, and reports what was taken and what was not. Exit status 1: something was ignored; 2: nothing could be read.</source>
        <translation>从其他程序导入对端，并报告哪些已采用、哪些未采用。退出状态 1：有内容被忽略；2：没有可读取的内容。</translation>
    </message>
    <message>
        <source>it is no .env file, whose lines are NAME=value, and no environment of another program</source>
        <translation>它不是 .env 文件（每行为 NAME=value），也不是其他程序的环境文件</translation>
    </message>
    <message>
        <source>Format of the input, instead of detecting it: %1</source>
        <translation>指定输入格式，不自动识别：%1</translation>
    </message>
    <message>
        <source>Add the peers to this workspace, which is created if it does not exist</source>
        <translation>将对端放入此工作区；不存在时自动创建</translation>
    </message>
    <message>
        <source>Add them to this group of the workspace</source>
        <translation>将对端放入工作区的此分组</translation>
    </message>
    <message>
        <source>The WebSocket connections of a browser&apos;s export, as profiles of a workspace.</source>
        <translation>把浏览器导出文件中的 WebSocket 连接作为工作区的配置。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ImportPreview</name>
    <message>
        <source>Add Peers</source>
        <translation>添加对端</translation>
    </message>
    <message>
        <source>No peer was understood</source>
        <translation>没有识别出对端</translation>
    </message>
    <message numerus="yes">
        <source>%n peers were understood</source>
        <translation>
            <numerusform>识别出 %n 个对端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were not understood and are left out:</source>
        <translation>
            <numerusform>%n 个条目无法识别，将被忽略：</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Comes with</source>
        <translation>附带</translation>
    </message>
    <message>
        <source>Peers to add</source>
        <translation>要添加的对端</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>无法识别的内容</translation>
    </message>
    <message>
        <source>Into the &amp;group:</source>
        <translation>加入分组(&amp;G)：</translation>
    </message>
    <message>
        <source>none, or a new one</source>
        <translation>无；或新建一个</translation>
    </message>
    <message numerus="yes">
        <source>%n headers</source>
        <translation>
            <numerusform>%n 个标头</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secrets</source>
        <translation>
            <numerusform>%n 个凭据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sub-protocols</source>
        <translation>
            <numerusform>%n 个子协议</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n peers</source>
        <translation>
            <numerusform>添加 %n 个对端(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>each into its own; or one for all</source>
        <translation>各入各的分组；也可指定同一个</translation>
    </message>
    <message>
        <source>Besides:</source>
        <translation>此外：</translation>
    </message>
    <message numerus="yes">
        <source>%n more pieces say nothing about a connection.</source>
        <translation>
            <numerusform>另有 %n 处内容与连接无关。</numerusform>
        </translation>
    </message>
    <message>
        <source>The &amp;URLs are in the column:</source>
        <translation>URL 所在列(&amp;U)：</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未验证</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at twice</source>
        <translation>
            <numerusform>%n 项需核对</numerusform>
        </translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>merged into “%1”</source>
        <translation>合并到“%1”</translation>
    </message>
    <message>
        <source>there already as “%1”</source>
        <translation>已存在，名为“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>忽略 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Look twice</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>No setting</source>
        <translation>与设置无关</translation>
    </message>
    <message>
        <source>%1: %2%3</source>
        <translation>%1：%2%3</translation>
    </message>
    <message>
        <source>&amp;Merge peers that already exist</source>
        <translation>合并已存在的对端(&amp;M)</translation>
    </message>
    <message>
        <source>goes to %1</source>
        <translation>连接到 %1</translation>
    </message>
    <message>
        <source>asks for %1</source>
        <comment>a server, for another host&apos;s name</comment>
        <translation>请求 %1</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Copy &amp;All</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
    <message>
        <source>Select a peer to see how it is doing and why its connections ended.</source>
        <translation>选择一个对端，查看其状况以及连接结束的原因。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Json</name>
    <message>
        <source>there is more after the end of the document</source>
        <translation>文档结束后还有内容</translation>
    </message>
    <message>
        <source>reading JSON</source>
        <translation>读取 JSON</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>there are more than %1 values</source>
        <translation>值的数量超过 %1</translation>
    </message>
    <message>
        <source>more than %1 levels lie in each other</source>
        <translation>嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>expected “,” or “%1”</source>
        <translation>应为“,”或“%1”</translation>
    </message>
    <message>
        <source>there is a comma before “%1”</source>
        <translation>“%1”之前有逗号</translation>
    </message>
    <message>
        <source>expected a key in quotes</source>
        <translation>应为带引号的键</translation>
    </message>
    <message>
        <source>expected “:”</source>
        <translation>应为“:”</translation>
    </message>
    <message>
        <source>a string has no end</source>
        <translation>字符串没有结束</translation>
    </message>
    <message>
        <source>a string has a control character that is not escaped</source>
        <translation>字符串中有未转义的控制字符</translation>
    </message>
    <message>
        <source>half of a surrogate pair</source>
        <translation>只有半个代理对</translation>
    </message>
    <message>
        <source>an escape that JSON does not have</source>
        <translation>JSON 没有这种转义</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>应为一个值</translation>
    </message>
    <message>
        <source>expected a digit</source>
        <translation>应为一个数字</translation>
    </message>
    <message>
        <source>the number is out of range</source>
        <translation>数字超出范围</translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation>文本过早结束</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>它大于 %1 字节</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>它不是 UTF-8</translation>
    </message>
    <message>
        <source>“\u” must be followed by four hexadecimal digits</source>
        <translation>“\u”后面必须有四位十六进制数字</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Keepalive</name>
    <message>
        <source>sending a ping</source>
        <translation>发送 ping</translation>
    </message>
    <message>
        <source>the payload is longer than 125 bytes (RFC 6455 5.5)</source>
        <translation>载荷长于 125 字节（RFC 6455 5.5）</translation>
    </message>
    <message>
        <source>a ping with the same payload is waiting for its pong</source>
        <translation>具有相同载荷的 ping 正在等待 pong</translation>
    </message>
    <message>
        <source>too many pings are waiting for their pongs</source>
        <translation>等待 pong 的 ping 过多</translation>
    </message>
</context>
<context>
    <name>Pongwatch::KernelSocket</name>
    <message>
        <source>no local port is free for a connection to this address (EADDRNOTAVAIL); widen net.ipv4.ip_local_port_range, which is %1</source>
        <translation>没有可用于连接此地址的本地端口 (EADDRNOTAVAIL)；请扩大 net.ipv4.ip_local_port_range，当前为 %1</translation>
    </message>
    <message>
        <source>this program may not have more than %1 files and connections open (EMFILE); raise the hard limit: ulimit -Hn, or LimitNOFILE= of its service</source>
        <translation>本程序最多只能打开 %1 个文件和连接 (EMFILE)；请提高硬限制：ulimit -Hn，或其服务的 LimitNOFILE=</translation>
    </message>
    <message>
        <source>this machine may not have more files open (ENFILE); raise fs.file-max</source>
        <translation>本机不能再打开更多文件 (ENFILE)；请提高 fs.file-max</translation>
    </message>
    <message>
        <source>this machine has no memory left for a connection (%1); see net.ipv4.tcp_mem</source>
        <translation>本机没有可用于连接的内存 (%1)；请参阅 net.ipv4.tcp_mem</translation>
    </message>
</context>
<context>
    <name>Pongwatch::KeychainSecretStore</name>
    <message>
        <source>the keychain did not say why</source>
        <translation>密钥环没有说明原因</translation>
    </message>
    <message>
        <source>reading the secret</source>
        <translation>读取凭据</translation>
    </message>
    <message>
        <source>removing the secret</source>
        <translation>移除凭据</translation>
    </message>
    <message>
        <source>no keychain is running</source>
        <translation>没有正在运行的密钥环</translation>
    </message>
    <message>
        <source>the keychain was not unlocked</source>
        <translation>密钥环未解锁</translation>
    </message>
    <message>
        <source>the keychain has no entry of that name</source>
        <translation>密钥环中没有这个名称</translation>
    </message>
    <message>
        <source>saving the secret</source>
        <translation>保存凭据</translation>
    </message>
    <message>
        <source>%1: it is kept until you quit</source>
        <translation>%1：仅保留到退出程序为止</translation>
    </message>
</context>
<context>
    <name>Pongwatch::LatencyAxisDialog</name>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Latency Axis</source>
        <translation>延迟坐标轴</translation>
    </message>
    <message>
        <source>100 ms, 1 s</source>
        <translation>100 ms, 1 s</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>从(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>到(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Lines at:</source>
        <translation>画线位置(&amp;L)：</translation>
    </message>
    <message>
        <source>The upper end must be above the lower one.</source>
        <translation>上限必须大于下限。</translation>
    </message>
    <message>
        <source>Lines are latencies such as “100 ms, 1.5 s”, at most %1 of them.</source>
        <translation>画线位置应为“100 ms, 1.5 s”这样的延迟，最多 %1 个。</translation>
    </message>
    <message>
        <source>&amp;Fixed range</source>
        <translation>固定坐标轴(&amp;H)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::LatencyChart</name>
    <message>
        <source>Select a peer to see how it answers.</source>
        <translation>选择一个对端，查看其应答情况。</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>No pings in this time span.</source>
        <translation>此时间段内没有 ping。</translation>
    </message>
    <message>
        <source>The first ping is on its way.</source>
        <translation>第一个 ping 已发出。</translation>
    </message>
    <message>
        <source>First ping within %1.</source>
        <translation>%1内发送第一个 ping。</translation>
    </message>
    <message>
        <source>Nothing measured yet: not connected.</source>
        <translation>尚无测量结果：未连接。</translation>
    </message>
    <message>
        <source>slow after %1</source>
        <translation>超过 %1 为慢</translation>
    </message>
    <message>
        <source>%1: no connection</source>
        <translation>%1：没有连接</translation>
    </message>
</context>
<context>
    <name>Pongwatch::LayeredList</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>From</source>
        <comment>where it was said</comment>
        <translation>自</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Pongwatch::LimitsFound</name>
    <message>
        <source>An examination found that connections are cut after %1 without a message, and that pings don&apos;t count: set a heartbeat of messages.</source>
        <translation>检查发现，%1内没有消息，连接就会被切断，而 ping 不算在内：请设置消息心跳。</translation>
    </message>
    <message>
        <source>An examination found that connections are cut after %1 of silence, but this peer is pinged only every %2. Ping it every %3, unless messages pass more often than that.</source>
        <translation>检查发现，连接静默%1后会被切断，而此对端每%2才 ping 一次。除非消息来往更频繁，请每%3 ping 一次。</translation>
    </message>
    <message>
        <source>An examination found that connections are cut after %1 of silence, but this peer is not pinged. Ping it every %2, unless messages pass more often than that.</source>
        <translation>检查发现，连接静默%1后会被切断，而此对端没有被 ping。除非消息来往更频繁，请每%2 ping 一次。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::LineValue</name>
    <message>
        <source>different values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a File</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>证书和密钥 (*.pem *.crt *.cer *.key);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ListFeature</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find peers by name, URL, group or tag</source>
        <translation>按名称、URL、分组或标签查找对端</translation>
    </message>
    <message>
        <source>Show only peers with this text in name, URL, group or tag (Ctrl+F)</source>
        <translation>仅显示名称、URL、分组或标签中含有此文本的对端 (Ctrl+F)</translation>
    </message>
    <message>
        <source>&amp;Find Peers</source>
        <translation>查找对端(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reset Columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Only Show</source>
        <translation>仅显示(&amp;O)</translation>
    </message>
    <message>
        <source>With &amp;Tag</source>
        <translation>带标签(&amp;T)</translation>
    </message>
    <message>
        <source>Show &amp;All Peers</source>
        <translation>显示所有对端(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Expand All Groups</source>
        <translation>展开所有分组(&amp;E)</translation>
    </message>
    <message>
        <source>Co&amp;llapse All Groups</source>
        <translation>折叠所有分组(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>There is no peer “%1” here.</source>
        <translation>这里没有对端“%1”。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::MaintenanceDialog</name>
    <message>
        <source>Maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>This machine&apos;s time zone</source>
        <translation>本机时区</translation>
    </message>
    <message>
        <source>From:</source>
        <translation>从：</translation>
    </message>
    <message>
        <source>To:</source>
        <translation>到：</translation>
    </message>
    <message>
        <source>Days it begins on:</source>
        <translation>开始于：</translation>
    </message>
    <message>
        <source>Time zone:</source>
        <translation>时区：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;When:</source>
        <translation>时机(&amp;W)：</translation>
    </message>
    <message>
        <source>It must end after it begins.</source>
        <translation>结束必须晚于开始。</translation>
    </message>
    <message>
        <source>At least one day must be checked.</source>
        <translation>至少要选一天。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Manual</name>
    <message>
        <source>All is well; of watched peers: every one was open and unflagged at the end.</source>
        <translation>一切正常；对于被监视的对端：结束时每一个都已打开且没有标记。</translation>
    </message>
    <message>
        <source>A peer was timed out, closed or failed; or something was found wrong, or was left out.</source>
        <translation>有对端超时、已关闭或失败；或者发现了错误，或有内容被略去。</translation>
    </message>
    <message>
        <source>Wrong usage, or a file that can&apos;t be read or written. One line on standard error says what and where.</source>
        <translation>用法错误，或文件无法读取或写入。标准错误上有一行说明是什么、在哪里。</translation>
    </message>
    <message>
        <source>Interrupted by a signal. Connections were closed, and reports were written.</source>
        <translation>被信号中断。连接已关闭，报告已写出。</translation>
    </message>
    <message>
        <source>The default workspace of the window.</source>
        <translation>窗口的默认工作区。</translation>
    </message>
    <message>
        <source>Presets of your own for services.</source>
        <translation>您自己的服务预设。</translation>
    </message>
    <message>
        <source>What the window has measured.</source>
        <translation>窗口测量的数据。</translation>
    </message>
    <message>
        <source>The state of the window, and its preferences.</source>
        <translation>窗口的状态和首选项。</translation>
    </message>
    <message>
        <source>User Commands</source>
        <translation>用户命令</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>EXAMPLES</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>watch WebSocket connections: keepalive, latency, and who ended them</source>
        <translation>监视 WebSocket 连接：保活、延迟，以及是谁断开了连接</translation>
    </message>
    <message>
        <source>COMMANDS</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <translation>退出状态</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>SEE ALSO</source>
        <translation>另请参阅</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ManualCommand</name>
    <message>
        <source>writing the manual</source>
        <translation>写手册</translation>
    </message>
    <message>
        <source>its folder can&apos;t be created</source>
        <translation>无法创建其文件夹</translation>
    </message>
    <message>
        <source>manual takes one folder, such as ~/.local/share</source>
        <translation>manual 需要一个文件夹，例如 ~/.local/share</translation>
    </message>
    <message>
        <source>Writes the manual pages, and the completions for bash, zsh and fish, into a folder such as ~/.local/share, and lists the files. Packages of Pongwatch have them already.</source>
        <translation>把手册页以及 bash、zsh 和 fish 的补全写入一个文件夹（例如 ~/.local/share），并列出写入的文件。Pongwatch 的软件包已包含它们。</translation>
    </message>
    <message>
        <source>For you alone. man, bash and fish find them there; zsh when $fpath names the folder.</source>
        <translation>只供您自己使用。man、bash 和 fish 会在那里找到它们；zsh 则需要 $fpath 包含该文件夹。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::MessageComposer</name>
    <message>
        <source>Stopped repeating: %1 is not connected.</source>
        <comment>a peer&apos;s name</comment>
        <translation>已停止重复发送：%1 未连接。</translation>
    </message>
    <message>
        <source>Select a peer to write to.</source>
        <translation>请选择要发送到的对端。</translation>
    </message>
    <message>
        <source>%1 is not connected: nothing can be sent.</source>
        <comment>a peer&apos;s name</comment>
        <translation>%1 未连接：无法发送。</translation>
    </message>
    <message>
        <source>Not sendable: %1.</source>
        <translation>无法发送：%1。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped repeating after %n times.</source>
        <translation>
            <numerusform>已重复发送 %n 次，停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Stop sending the message again and again</source>
        <translation>停止重复发送此消息</translation>
    </message>
    <message numerus="yes">
        <source>Send the message again and again, at most %n times</source>
        <translation>
            <numerusform>重复发送此消息，最多 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Repeating to %1: sent %2 of %3</source>
        <comment>peer, numbers</comment>
        <translation>正在向 %1 重复发送：已发 %2 次，共 %3 次</translation>
    </message>
    <message>
        <source>To %1; %2 sends</source>
        <comment>peer, key</comment>
        <translation>发送到 %1；按 %2 发送</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>尚未发送任何消息</translation>
    </message>
    <message>
        <source>&amp;Save What Is Written…</source>
        <translation>保存所写内容(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>Message to send</source>
        <translation>要发送的消息</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>Form of the message</source>
        <translation>消息格式</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Bytes, hexadecimal</source>
        <translation>字节（十六进制）</translation>
    </message>
    <message>
        <source>Bytes, Base64</source>
        <translation>字节（Base64）</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Take a message again that was sent (Up and Down in the field)</source>
        <translation>取回已发送过的消息（在输入框中按上下键）</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Messages that are saved in the workspace</source>
        <translation>保存在工作区中的消息</translation>
    </message>
    <message>
        <source>Seconds between two repeated messages</source>
        <translation>两次重复发送之间的秒数</translation>
    </message>
    <message>
        <source>every </source>
        <comment>before a number of seconds</comment>
        <translation>每 </translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> 秒</translation>
    </message>
</context>
<context>
    <name>Pongwatch::MetricsServer</name>
    <message>
        <source>it is not a bcrypt hash ($2y$…, 60 characters)</source>
        <translation>不是 bcrypt 哈希（$2y$…，60 个字符）</translation>
    </message>
    <message>
        <source>the cost of the bcrypt hash is %1; it must be 4 to %2</source>
        <translation>bcrypt 哈希的 cost 为 %1，必须在 4 到 %2 之间</translation>
    </message>
    <message>
        <source>TLS of the metrics server: %1.</source>
        <translation>指标服务器的 TLS：%1。</translation>
    </message>
    <message>
        <source>Too many clients read the metrics at the same time; one was turned away.</source>
        <translation>同时读取指标的客户端过多，已拒绝一个。</translation>
    </message>
    <message>
        <source>A client of the metrics could not be taken: %1.</source>
        <translation>无法接受一个读取指标的客户端：%1。</translation>
    </message>
    <message>
        <source>%1. What was read before stays in force.</source>
        <translation>%1。之前读取的设置继续有效。</translation>
    </message>
    <message>
        <source>The web configuration turns TLS on or off; that takes effect at the next start.</source>
        <translation>Web 配置开启或关闭了 TLS，下次启动时生效。</translation>
    </message>
    <message>
        <source>serving the metrics</source>
        <translation>提供指标</translation>
    </message>
    <message>
        <source>it is not a mapping</source>
        <translation>不是键值映射</translation>
    </message>
    <message>
        <source>%1 of %2 is not a text</source>
        <translation>%2 的 %1 不是文本</translation>
    </message>
    <message>
        <source>%1 needs cert_file and key_file</source>
        <translation>%1 需要 cert_file 和 key_file</translation>
    </message>
    <message>
        <source>client_auth_type is “%1”; it is one of %2</source>
        <translation>client_auth_type 为“%1”，应为 %2 之一</translation>
    </message>
    <message>
        <source>client_ca_file has no effect with client_auth_type “%1”</source>
        <translation>client_auth_type 为“%1”时，client_ca_file 不起作用</translation>
    </message>
    <message>
        <source>client_auth_type “%1” needs client_ca_file</source>
        <translation>client_auth_type “%1”需要 client_ca_file</translation>
    </message>
    <message>
        <source>the TLS version “%1” is neither TLS12 nor TLS13</source>
        <translation>TLS 版本“%1”既不是 TLS12 也不是 TLS13</translation>
    </message>
    <message>
        <source>min_version is above max_version</source>
        <translation>min_version 高于 max_version</translation>
    </message>
    <message>
        <source>the password of the user “%1”: %2</source>
        <translation>用户“%1”的密码：%2</translation>
    </message>
    <message>
        <source>%1 names no user</source>
        <translation>%1 没有列出用户</translation>
    </message>
    <message>
        <source>%1 is not a mapping</source>
        <translation>%1 不是键值映射</translation>
    </message>
    <message>
        <source>the key “%1” is not supported</source>
        <translation>不支持键“%1”</translation>
    </message>
    <message>
        <source>the key “%1” of %2 is not supported</source>
        <translation>不支持 %2 的键“%1”</translation>
    </message>
    <message>
        <source>reading the web configuration</source>
        <translation>读取 Web 配置</translation>
    </message>
    <message>
        <source>“%1” contains no certificate in PEM</source>
        <translation>“%1”中没有 PEM 格式的证书</translation>
    </message>
    <message>
        <source>“%1” contains no private key in PEM without a passphrase</source>
        <translation>“%1”中没有不带口令的 PEM 私钥</translation>
    </message>
</context>
<context>
    <name>Pongwatch::MonitorCommand</name>
    <message>
        <source>Watches WebSocket connections without a window: pings them, and tells who ended them and why.</source>
        <translation>无需窗口监视 WebSocket 连接：发送 ping，并说明由谁、因何结束。</translation>
    </message>
    <message>
        <source>writing the history</source>
        <translation>写入历史记录</translation>
    </message>
    <message>
        <source>writing the report</source>
        <translation>写入报告</translation>
    </message>
    <message>
        <source>pongwatch: metrics at %1</source>
        <translation>pongwatch：指标位于 %1</translation>
    </message>
    <message>
        <source>A live table of one peer.</source>
        <translation>一个对端的实时表格。</translation>
    </message>
    <message>
        <source>Every enabled profile of a file for an hour, then a report.</source>
        <translation>监视文件中所有启用的配置一小时，然后写出报告。</translation>
    </message>
    <message>
        <source>One JSON object per line for other programs; all measurements are kept.</source>
        <translation>每行一个 JSON 对象，供其他程序读取；所有测量都会保存。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::NewPeersPage</name>
    <message>
        <source>Peers of the open workspace follow that workspace&apos;s defaults.</source>
        <translation>当前工作区的对端遵循该工作区的默认值。</translation>
    </message>
    <message>
        <source>&amp;Defaults of This Workspace…</source>
        <translation>此工作区的默认值(&amp;D)…</translation>
    </message>
    <message>
        <source>New workspaces start with these settings. Each workspace, group and peer can have its own.</source>
        <translation>新工作区以这些值开始。每个工作区、组和对端都可以有自己的值。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ObjectiveDialog</name>
    <message>
        <source> %</source>
        <comment>unit</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Open for at least:</source>
        <translation>连接打开时间至少(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Pings in time, at least:</source>
        <translation>按时应答的 ping 至少(&amp;P)：</translation>
    </message>
    <message>
        <source>New Objective</source>
        <translation>新目标</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source> ms</source>
        <comment>unit</comment>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source> days</source>
        <comment>unit</comment>
        <translation> 天</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;In time is within:</source>
        <translation>按时指不超过(&amp;I)：</translation>
    </message>
    <message>
        <source>O&amp;ver:</source>
        <translation>周期(&amp;V)：</translation>
    </message>
    <message>
        <source>It may be down for %1 in that time.</source>
        <comment>a span of time</comment>
        <translation>在此期间可中断 %1。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::OpeningHandshake</name>
    <message>
        <source>writing the WebSocket handshake</source>
        <translation>写入 WebSocket 握手</translation>
    </message>
    <message>
        <source>the user&apos;s name has a colon, which basic authentication can&apos;t carry</source>
        <translation>用户名含有冒号，基本认证无法携带</translation>
    </message>
    <message>
        <source>a subprotocol has a character that RFC 6455 does not allow</source>
        <translation>子协议含有 RFC 6455 不允许的字符</translation>
    </message>
    <message>
        <source>the origin has a character that a header can&apos;t carry</source>
        <translation>Origin 含有标头不能携带的字符</translation>
    </message>
    <message>
        <source>a header&apos;s name has a character that RFC 9110 does not allow</source>
        <translation>标头名称含有 RFC 9110 不允许的字符</translation>
    </message>
    <message>
        <source>the header&apos;s value has a character that a header can&apos;t carry</source>
        <translation>标头值含有标头不能携带的字符</translation>
    </message>
    <message>
        <source>the answer&apos;s headers are longer than 16 KiB</source>
        <translation>应答的标头超过 16 KiB</translation>
    </message>
    <message>
        <source>the server answered in TLS: the URL must start with wss://</source>
        <translation>服务器以 TLS 应答：URL 必须以 wss:// 开头</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>应答不是 HTTP</translation>
    </message>
    <message>
        <source>the answer&apos;s status line is not HTTP</source>
        <translation>应答的状态行不是 HTTP</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation>%1，至 %2</translation>
    </message>
    <message>
        <source>the answer is not HTTP/1.1</source>
        <translation>应答不是 HTTP/1.1</translation>
    </message>
    <message>
        <source>the answer has a line that is not a header</source>
        <translation>应答中有一行不是标头</translation>
    </message>
    <message>
        <source>the answer has no header &apos;Upgrade: websocket&apos;</source>
        <translation>应答没有标头“Upgrade: websocket”</translation>
    </message>
    <message>
        <source>the answer has no header &apos;Connection: Upgrade&apos;</source>
        <translation>应答没有标头“Connection: Upgrade”</translation>
    </message>
    <message>
        <source>the answer has no Sec-WebSocket-Accept</source>
        <translation>应答没有 Sec-WebSocket-Accept</translation>
    </message>
    <message>
        <source>Sec-WebSocket-Accept does not answer our key</source>
        <translation>Sec-WebSocket-Accept 与我们的密钥不符</translation>
    </message>
    <message>
        <source>the server chose an extension, but none was offered</source>
        <translation>服务器选择了扩展，但我们没有提供</translation>
    </message>
    <message>
        <source>the server chose more than one subprotocol</source>
        <translation>服务器选择了多个子协议</translation>
    </message>
    <message>
        <source>the server chose the subprotocol &apos;%1&apos;, which was not offered</source>
        <translation>服务器选择了未提供的子协议“%1”</translation>
    </message>
    <message>
        <source>Sec-WebSocket-Accept came more than once, with the same value</source>
        <translation>Sec-WebSocket-Accept 出现多次，值相同</translation>
    </message>
    <message>
        <source>Sec-WebSocket-Accept came more than once, with different values</source>
        <translation>Sec-WebSocket-Accept 出现多次，值不同</translation>
    </message>
    <message>
        <source>there is no token to sign in with</source>
        <translation>没有用于登录的令牌</translation>
    </message>
    <message>
        <source>the bearer token has a character that a header can&apos;t carry</source>
        <translation>Bearer 令牌中有标头不允许的字符</translation>
    </message>
</context>
<context>
    <name>Pongwatch::OrderHold</name>
    <message>
        <source>Sorting waits while you point at the list.</source>
        <translation>鼠标指向列表时暂停排序。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::OutputStream</name>
    <message numerus="yes">
        <source>%n line(s) are missing: nothing read them</source>
        <translation>
            <numerusform>缺少 %n 行：没有程序读取它们</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::PaletteFeature</name>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>a menu and its sub-menu</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>Peer: %1</source>
        <comment>its state</comment>
        <translation>对端：%1</translation>
    </message>
    <message>
        <source>select a peer first</source>
        <translation>请先选择对端</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>目前无法执行</translation>
    </message>
    <message>
        <source>Find a command or a peer by typing</source>
        <translation>输入文字查找任何操作或对端</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PaneFeature</name>
    <message>
        <source>&amp;Next Pane</source>
        <translation>下一个窗格(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation>上一个窗格(&amp;V)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PanelView</name>
    <message>
        <source>Select a peer to see how it answers.</source>
        <translation>选择一个对端以查看其应答情况。</translation>
    </message>
    <message numerus="yes">
        <source>%n more selected</source>
        <translation>
            <numerusform>另选中 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No pings in this time span yet.</source>
        <translation>此时间段内尚无 ping。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ParametersValue</name>
    <message>
        <source>“%1” is needed</source>
        <translation>需填写“%1”</translation>
    </message>
    <message>
        <source>the preset has no “%1”</source>
        <translation>该预设没有“%1”</translation>
    </message>
    <message>
        <source>The preset asks for nothing.</source>
        <translation>该预设无需参数。</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>needed; $VARIABLE or keychain:NAME</source>
        <translation>必填；$变量 或 keychain:名称</translation>
    </message>
    <message>
        <source>$VARIABLE or keychain:NAME</source>
        <translation>$变量 或 keychain:名称</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PathFacts</name>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>no answer; was %1</source>
        <translation>无应答；以前为 %1</translation>
    </message>
    <message>
        <source>%1, %2 lost</source>
        <translation>%1，丢失 %2</translation>
    </message>
    <message>
        <source>%1, median %2, best %3</source>
        <translation>%1，中位数 %2，最佳 %3</translation>
    </message>
    <message>
        <source>%1; was %2</source>
        <translation>%1；以前为 %2</translation>
    </message>
    <message>
        <source>Hop %1</source>
        <translation>第 %1 跳</translation>
    </message>
    <message>
        <source>Hops %1 to %2</source>
        <translation>第 %1 至 %2 跳</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PathFeature</name>
    <message>
        <source>&amp;Trace Path</source>
        <translation>追踪路径(&amp;T)</translation>
    </message>
    <message>
        <source>Trace the network path to the selected peers, hop by hop</source>
        <translation>逐跳追踪到所选对端的网络路径</translation>
    </message>
    <message>
        <source>Trace Paths &amp;Automatically</source>
        <translation>自动追踪路径(&amp;A)</translation>
    </message>
    <message>
        <source>Trace the network path to a peer when the network seems to be at fault, and now and then while all is well, as its settings say</source>
        <translation>当网络似有故障时追踪到对端的网络路径，正常时也不时追踪，按其设置进行</translation>
    </message>
    <message numerus="yes">
        <source>Tracing the network paths to %n peers…</source>
        <translation>
            <numerusform>正在追踪到 %n 个对端的网络路径…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a peer, %2 what a trace has found</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PathSentence</name>
    <message>
        <source>the proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>the peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>hop %1</source>
        <translation>第 %1 跳</translation>
    </message>
    <message>
        <source>hop %1 (%2)</source>
        <translation>第 %1 跳（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n hop(s)</source>
        <translation>
            <numerusform>%n 跳</numerusform>
        </translation>
    </message>
    <message>
        <source>Right after the silence, new packets reach %1 (%2, %3): either the path is whole again, or only those of the silent connection are dropped, as by a firewall or NAT that forgot it.</source>
        <translation>无响应之后随即追踪，新的数据包能到达%1（%2，%3）：要么路径已恢复，要么只有这条无响应连接的数据包被丢弃，例如防火墙或 NAT 已忘记这条连接。</translation>
    </message>
    <message>
        <source>Right after the dial, new packets reach %1 (%2, %3): what kept it from answering has passed, or comes and goes.</source>
        <translation>连接失败后随即追踪，新的数据包能到达%1（%2，%3）：使其无法应答的原因已经消失，或时有时无。</translation>
    </message>
    <message>
        <source>The path is whole: %1 answers over %2 in %3, as before.</source>
        <translation>路径完好：%1经 %2 在 %3内应答，与之前相同。</translation>
    </message>
    <message>
        <source>The path is whole: %1 answers over %2 in %3.</source>
        <translation>路径完好：%1经 %2 在 %3内应答。</translation>
    </message>
    <message>
        <source>It begins between this machine and %1; more can&apos;t be told.</source>
        <translation>始于本机与%1之间，无法进一步确定。</translation>
    </message>
    <message>
        <source>It begins between %1 and %2; more can&apos;t be told.</source>
        <translation>始于%1与%2之间，无法进一步确定。</translation>
    </message>
    <message>
        <source>No router lies between.</source>
        <translation>中间没有路由器。</translation>
    </message>
    <message>
        <source>It begins behind the last router, at %1.</source>
        <translation>始于最后一个路由器（%1）之后。</translation>
    </message>
    <message>
        <source>It begins between this machine and %1.</source>
        <translation>始于本机与%1之间。</translation>
    </message>
    <message>
        <source>It begins between %1 and %2.</source>
        <translation>始于%1与%2之间。</translation>
    </message>
    <message>
        <source>Nothing answers beyond %1. No earlier trace reached %2, so that it is not known what should follow.</source>
        <translation>%1之后无任何应答。之前没有追踪到达过%2，因此不知道后面应该是什么。</translation>
    </message>
    <message>
        <source>Nothing answers beyond %1. At %2 %3 answered as hop %4: the packets go astray.</source>
        <translation>%1之后无任何应答。%2 时%3作为第 %4 跳应答过：数据包走错了路。</translation>
    </message>
    <message>
        <source>The path is there up to %1, the last router; %2 behind it does not answer. It did at %3.</source>
        <translation>到最后一个路由器%1为止路径是通的；其后的%2没有应答。%3 时它应答过。</translation>
    </message>
    <message>
        <source>Nothing answers beyond %1. At %2 hop %3 was %4.</source>
        <translation>%1之后无任何应答。%2 时第 %3 跳是 %4。</translation>
    </message>
    <message>
        <source>Nothing answers beyond %1. At %2 the next to answer was %3, as hop %4.</source>
        <translation>%1之后无任何应答。%2 时下一个应答的是%3（第 %4 跳）。</translation>
    </message>
    <message>
        <source>The router %1 says that it can&apos;t reach %2.</source>
        <translation>路由器 %1 表示无法到达%2。</translation>
    </message>
    <message>
        <source>The last router, %1, says that it can&apos;t reach %2.</source>
        <translation>最后一个路由器，即%1，表示无法到达%2。</translation>
    </message>
    <message>
        <source>The router at %1 says that it can&apos;t pass packets on to %2.</source>
        <translation>%1的路由器表示无法把数据包转发给%2。</translation>
    </message>
    <message>
        <source>%1 answers, but %2 of the probes are lost. %3</source>
        <translation>%1有应答，但丢失了 %2 的探测包。%3</translation>
    </message>
    <message>
        <source>The proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>The peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Packets to %1 take %2 longer than at %3. %4</source>
        <translation>到%1的数据包比 %3 时慢 %2。%4</translation>
    </message>
    <message>
        <source>%1 does not answer, and no router lies between.</source>
        <translation>%1没有应答，中间也没有路由器。</translation>
    </message>
    <message>
        <source>Nothing answers, not even the first router.</source>
        <translation>没有任何应答，连第一个路由器也没有。</translation>
    </message>
    <message>
        <source>Nothing answers, but the first router never did: it is not known how far packets get.</source>
        <translation>没有任何应答；但第一个路由器从未应答过，因此不知道数据包能走多远。</translation>
    </message>
    <message>
        <source>No machine with the address %1 is there on this machine&apos;s own network.</source>
        <translation>本机所在的网络中没有地址为 %1 的机器。</translation>
    </message>
    <message>
        <source>The router of this machine&apos;s network does not answer.</source>
        <translation>本机所在网络的路由器没有应答。</translation>
    </message>
    <message>
        <source>This machine has no route to %1.</source>
        <translation>本机没有到 %1 的路由。</translation>
    </message>
    <message>
        <source>The trace was ended before anything answered.</source>
        <translation>追踪在收到任何应答之前就结束了。</translation>
    </message>
    <message>
        <source>The fault is on this side: this machine, its cable or Wi-Fi, or that router.</source>
        <translation>故障在本端：本机、网线或 Wi-Fi，或该路由器。</translation>
    </message>
    <message>
        <source>The fault is on this side: its network is down or set up wrongly.</source>
        <translation>故障在本端：网络断开或设置有误。</translation>
    </message>
    <message>
        <source>That is on this side: in your own network, or where it meets the provider&apos;s.</source>
        <translation>这在本端：在自己的网络内，或在与运营商网络相接之处。</translation>
    </message>
    <message>
        <source>That is in the network between, neither on this side nor at %1.</source>
        <translation>这在中间的网络里，既不在本端，也不在%1处。</translation>
    </message>
    <message>
        <source>That is at the proxy: its machine, or a firewall before it.</source>
        <translation>这在代理处：代理所在的机器，或其前面的防火墙。</translation>
    </message>
    <message>
        <source>That is on the peer&apos;s side: its machine, or a firewall before it.</source>
        <translation>这在对端：对端的机器，或其前面的防火墙。</translation>
    </message>
    <message>
        <source>The route has changed: hop %1 was %2 at %3, and is %4 now.</source>
        <translation>路由已改变：第 %1 跳在 %3 时是 %2，现在是 %4。</translation>
    </message>
    <message numerus="yes">
        <source>Hop(s) %1 answer(s) only a part of the probes, yet nothing is lost behind: that is a router&apos;s limit on such answers, no loss.</source>
        <translation>
            <numerusform>第 %1 跳只应答了一部分探测包，但其后没有丢失：这是路由器对此类应答的限制，并非丢包。</numerusform>
        </translation>
    </message>
    <message>
        <source>The trace goes to the proxy: the way beyond it can&apos;t be traced from here.</source>
        <translation>追踪只到代理：代理之后的路径无法从这里追踪。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PathTracer</name>
    <message>
        <source>The network path can&apos;t be traced: mtr is not installed. Install the package mtr-tiny (or mtr).</source>
        <translation>无法追踪网络路径：未安装 mtr。请安装软件包 mtr-tiny（或 mtr）。</translation>
    </message>
    <message>
        <source>The network path can&apos;t be traced: mtr-packet is installed, but may not send probes. It needs the capability CAP_NET_RAW: reinstall mtr-tiny, or allow it in the sandbox or service that this program runs in.</source>
        <translation>无法追踪网络路径：mtr-packet 已安装，但无权发送探测包。它需要 CAP_NET_RAW 权能：请重新安装 mtr-tiny，或在运行本程序的沙箱或服务中允许它。</translation>
    </message>
    <message>
        <source>The network path can&apos;t be traced: mtr-packet does not answer as it should. Check the package mtr-tiny.</source>
        <translation>无法追踪网络路径：mtr-packet 的应答不正常。请检查软件包 mtr-tiny。</translation>
    </message>
    <message>
        <source>The trace was cancelled.</source>
        <translation>追踪已取消。</translation>
    </message>
    <message>
        <source>%1 The system says: “%2”.</source>
        <extracomment>a sentence, and after it what the system answered, between quotation marks</extracomment>
        <translation>%1系统提示：“%2”。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerCells</name>
    <message>
        <source>%1: none</source>
        <translation>%1：无</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Expires on %1</source>
        <translation>于 %1 过期</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, for how long</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, certificate not verified</source>
        <translation>%1，证书未验证</translation>
    </message>
    <message>
        <source>%1: answers %2, timeouts %3</source>
        <comment>a stretch of time</comment>
        <translation>%1：应答 %2，超时 %3</translation>
    </message>
    <message>
        <source>The certificate is not verified: whoever answers may not be the peer.</source>
        <translation>证书未经验证：应答者可能不是该对端。</translation>
    </message>
    <message>
        <source>Muted: no alerts about this peer.</source>
        <translation>已静音：不会就此对端发出告警。</translation>
    </message>
    <message>
        <source>%1, muted</source>
        <comment>a peer</comment>
        <translation>%1，已静音</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a moment, %2 how a connection ended then</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No answer for %1</source>
        <translation>已 %1 没有应答</translation>
    </message>
    <message>
        <source>A ping has been out for %1, much longer than usual. It is timed out after %2.</source>
        <translation>一个 ping 已发出 %1，远超平常。%2后判定为超时。</translation>
    </message>
    <message>
        <source>A ping has been out for %1, much longer than usual.</source>
        <translation>一个 ping 已发出 %1，远超平常。</translation>
    </message>
    <message>
        <source>%1; tried at least every %2</source>
        <extracomment>%1 why a peer is down, in short; %2 a duration</extracomment>
        <translation>%1；至少每 %2 重试一次</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <extracomment>%1 what happened, %2 how long ago</extracomment>
        <translation>%1，%2前</translation>
    </message>
    <message>
        <source>%1 It is down, and tried at least every %2.</source>
        <extracomment>%1 sentences that tell why a peer is down; %2 a duration</extracomment>
        <translation>%1 已断开，至少每 %2 重试一次。</translation>
    </message>
    <message>
        <source>Estimated: of the older pings in sight the history keeps minutes or hours.</source>
        <translation>估算值：对于可见范围内较早的 Ping，历史记录只保留按分钟或小时的汇总。</translation>
    </message>
    <message>
        <source>Feed: %1; the last message came %2 ago</source>
        <extracomment>%1 how often in a second, as &quot;12.3/s&quot;; %2 how long ago</extracomment>
        <translation>数据流：%1；最近一条消息在 %2前</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerChecklist</name>
    <message>
        <source>All peers (%L1)</source>
        <translation>所有对端（%L1）</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n peers</source>
        <translation>
            <numerusform>%n 个对端中的 %L1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>对端</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerColumnText</name>
    <message>
        <source>Last</source>
        <comment>the newest round trip</comment>
        <translation>最近</translation>
    </message>
    <message>
        <source>Last %1</source>
        <comment>a stretch of time</comment>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Retry in</source>
        <translation>重试倒计时</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Last Round Trip</source>
        <translation>最近往返时间</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>丢失率</translation>
    </message>
    <message>
        <source>Connections Opened</source>
        <translation>连接次数</translation>
    </message>
    <message>
        <source>Next Retry</source>
        <translation>下次重试</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The peer&apos;s name</source>
        <translation>对端的名称</translation>
    </message>
    <message>
        <source>How long the connection has been open</source>
        <translation>连接已打开多久</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Connects</source>
        <comment>how many connections</comment>
        <translation>连接次数</translation>
    </message>
    <message>
        <source>Time Connected</source>
        <translation>连接时长</translation>
    </message>
    <message>
        <source>The peer&apos;s state, and since when</source>
        <translation>对端的状况，以及从何时起</translation>
    </message>
    <message>
        <source>Time until the peer is dialled again</source>
        <translation>何时再次连接该对端</translation>
    </message>
    <message>
        <source>When the peer&apos;s certificate expires; for a group: the earliest</source>
        <translation>对端证书何时过期；分组：最早者</translation>
    </message>
    <message>
        <source>What is wrong with the peer, or how its last connection ended; for a group: its peers by state</source>
        <translation>对端出了什么问题，或上一个连接是怎样结束的；对分组：按状态统计的对端数</translation>
    </message>
    <message>
        <source>The peer&apos;s tags</source>
        <translation>对端的标签</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>P50</translation>
    </message>
    <message>
        <source>Up</source>
        <comment>a share of time</comment>
        <translation>在线</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>p50 (Median)</source>
        <translation>P50（中位数）</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>可用率</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Round-trip time of the newest ping</source>
        <translation>最近一次 ping 的往返时间</translation>
    </message>
    <message>
        <source>States and round-trip times over the time that the chart shows; timeouts are red lines</source>
        <translation>图表时间范围内的状态和往返时间；红线为超时</translation>
    </message>
    <message>
        <source>Half of the round trips in sight were faster</source>
        <translation>所示范围内有一半往返时间低于此值</translation>
    </message>
    <message>
        <source>95% of the round trips in sight were faster; for a group: the worst</source>
        <translation>所示范围内有 95% 的往返时间低于此值；分组为最差值</translation>
    </message>
    <message>
        <source>Average difference between one round trip in sight and the next; for a group: the worst</source>
        <translation>所示范围内相邻往返时间之差的平均值；分组为最差值</translation>
    </message>
    <message>
        <source>Share of the pings in sight that were not answered</source>
        <translation>所示范围内未应答的 ping 所占比例</translation>
    </message>
    <message>
        <source>Share of the watched time in sight in which the connection was open; for a group: the lowest</source>
        <translation>所示范围的监视时间内连接打开的比例；分组为最低值</translation>
    </message>
    <message>
        <source>Connections opened in the time in sight</source>
        <translation>所示范围内打开的连接数</translation>
    </message>
    <message>
        <source>Budget</source>
        <comment>what is left of an error budget</comment>
        <translation>预算</translation>
    </message>
    <message>
        <source>Error Budget Left</source>
        <translation>错误预算剩余</translation>
    </message>
    <message>
        <source>What is left of the error budget of the objective that is nearest to being missed</source>
        <translation>最接近未达成的目标所剩的错误预算</translation>
    </message>
    <message>
        <source>Vantages</source>
        <translation>观测点</translation>
    </message>
    <message>
        <source>What each vantage of the open fleet sees of the peer</source>
        <translation>已打开的多观测点中，每个观测点看到的该对端的情况</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerDelegate</name>
    <message>
        <source>not verified</source>
        <comment>the certificate</comment>
        <translation>未验证</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerFacts</name>
    <message>
        <source>Ended by</source>
        <translation>结束方</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态</translation>
    </message>
    <message>
        <source>Close sent</source>
        <translation>发送的关闭帧</translation>
    </message>
    <message>
        <source>Close received</source>
        <translation>收到的关闭帧</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>关闭码</translation>
    </message>
    <message>
        <source>Waited for</source>
        <translation>等待时长</translation>
    </message>
    <message>
        <source>Pings unanswered</source>
        <translation>未应答的 ping</translation>
    </message>
    <message>
        <source>TCP unacknowledged</source>
        <translation>TCP 未确认</translation>
    </message>
    <message>
        <source>TCP retransmissions</source>
        <translation>TCP 重传</translation>
    </message>
    <message>
        <source>TCP round trip</source>
        <translation>TCP 往返时间</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>子协议</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>加密套件</translation>
    </message>
    <message>
        <source>Unsolicited pongs</source>
        <translation>未请求的 pong</translation>
    </message>
    <message>
        <source>Duplicate pongs</source>
        <translation>重复的 pong</translation>
    </message>
    <message>
        <source>Foreign pongs</source>
        <translation>载荷不符的 pong</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>颁发给</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>过期时间</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no, verification is off</source>
        <translation>否，验证已关闭</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>Pings</source>
        <translation>ping 数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>丢失率</translation>
    </message>
    <message>
        <source>Worst jitter</source>
        <translation>最差的抖动</translation>
    </message>
    <message>
        <source>Connections opened</source>
        <translation>连接次数</translation>
    </message>
    <message>
        <source>First certificate expires</source>
        <translation>最早过期的证书</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, time of the day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Last round trip</source>
        <translation>最近往返时间</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The certificate has expired.</source>
        <translation>证书已过期。</translation>
    </message>
    <message>
        <source>The certificate expires %1.</source>
        <translation>证书将于 %1到期。</translation>
    </message>
    <message>
        <source>%1 (automatic: twice what 99 % of its answers in the last day took)</source>
        <translation>%1（自动：过去一天 P99 应答时间的两倍）</translation>
    </message>
    <message>
        <source>wire</source>
        <comment>the program&apos;s own WebSocket client</comment>
        <translation>wire</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 a client, %2 why it is not QWebSocket</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>连接时长</translation>
    </message>
    <message>
        <source>Silent for</source>
        <translation>此前静默</translation>
    </message>
    <message>
        <source>Slow after</source>
        <translation>慢的界限</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Worst p95</source>
        <translation>最差 P95</translation>
    </message>
    <message>
        <source>Waits for messages that match</source>
        <translation>等待的消息匹配</translation>
    </message>
    <message>
        <source>Such messages in this connection</source>
        <translation>本次连接中的此类消息</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no messages</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Last pong before</source>
        <translation>此前最近一次 Pong</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>none in this run</source>
        <comment>no message</comment>
        <translation>本次运行中无</translation>
    </message>
    <message>
        <source>Rate in the last minute</source>
        <translation>最近一分钟的速率</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>最近一条消息</translation>
    </message>
    <message>
        <source>Messages in this run</source>
        <translation>本次运行的消息数</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Stale after</source>
        <translation>中断判定时限</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerFinding</name>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerFleet</name>
    <message>
        <source>“%1” is not connected: %2.</source>
        <translation>“%1”未连接：%2。</translation>
    </message>
    <message numerus="yes">
        <source>The keychain has not answered yet: %n peers are waiting for their secrets. You may need to unlock it.</source>
        <translation>
            <numerusform>密钥环尚未应答：%n 个对端在等待凭据。它可能在等您解锁。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected because their secrets are missing: %1.</source>
        <translation>因缺少凭据而未连接：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n peers are not connected because their secrets are missing.</source>
        <translation>
            <numerusform>%n 个对端因缺少凭据而未连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected: %1. The newest because of: %2.</source>
        <extracomment>%1 a list of peers, %2 why the newest of them is not connected</extracomment>
        <translation>未连接：%1。最近一个的原因：%2。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerHeader</name>
    <message>
        <source>The certificate is not verified: whoever answers may not be the peer.</source>
        <translation>证书未经验证：应答者可能不是该对端。</translation>
    </message>
    <message>
        <source>for %1, since %2</source>
        <translation>已持续 %1，自 %2起</translation>
    </message>
    <message>
        <source>none: pings are off</source>
        <translation>无：ping 已关闭</translation>
    </message>
    <message>
        <source>%1, the first for %2</source>
        <comment>number of pings, duration</comment>
        <translation>%1，第一个已等待 %2</translation>
    </message>
    <message>
        <source>%1, dial number %2</source>
        <comment>duration, number</comment>
        <translation>%1，第 %2 次连接</translation>
    </message>
    <message>
        <source>Next ping in</source>
        <translation>距下次 ping</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>未应答</translation>
    </message>
    <message>
        <source>Last ping</source>
        <translation>最近一次 ping</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>latency, outcome</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Dials again in</source>
        <translation>再次连接倒计时</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>%1; down, tried at least every %2</source>
        <comment>when it is dialled next, duration</comment>
        <translation>%1；已断开，至少每 %2 重试一次</translation>
    </message>
    <message>
        <source>Watched by</source>
        <translation>由谁监视</translation>
    </message>
    <message>
        <source>agents in other places, not by this program</source>
        <translation>其他地方的 agent，而不是本程序</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerListModel</name>
    <message>
        <source>%1: up %2 of the %3 that it was watched</source>
        <extracomment>%1 a stretch of time, %2 a share of it, %3 how long the peer was watched then</extracomment>
        <translation>%1：监视的 %3 中有 %2 在线</translation>
    </message>
    <message>
        <source>%1: not watched</source>
        <translation>%1：未监视</translation>
    </message>
    <message>
        <source>In sight</source>
        <translation>所示范围</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>used up</source>
        <comment>an error budget</comment>
        <translation>已用尽</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerListView</name>
    <message>
        <source>Peers</source>
        <translation>对端</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerPage</name>
    <message>
        <source>Selected peer</source>
        <translation>所选对端</translation>
    </message>
    <message>
        <source>Round trips</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Ends of its connections</source>
        <translation>连接的结束记录</translation>
    </message>
    <message>
        <source>Pings</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>Last connected at %1</source>
        <translation>最近一次连接于 %1</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>moments</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>选定范围</translation>
    </message>
    <message>
        <source>Why it is not dialled</source>
        <translation>未连接的原因</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Last connected</source>
        <translation>上次连接</translation>
    </message>
    <message>
        <source>Why it is timed out</source>
        <translation>为何超时</translation>
    </message>
    <message>
        <source>Why it is slow</source>
        <translation>为何慢</translation>
    </message>
    <message>
        <source>Last dial, failed at %1</source>
        <translation>上次连接尝试，于 %1 失败</translation>
    </message>
    <message>
        <source>Why it is down: the end at %1</source>
        <translation>为何断开（%1 的结束）</translation>
    </message>
    <message>
        <source>Why it last ended, at %1</source>
        <translation>最近一次结束的原因，%1</translation>
    </message>
    <message>
        <source>Why it flaps: the newest end at %1</source>
        <translation>反复断连的原因：最近一次结束于 %1</translation>
    </message>
    <message>
        <source>In sight</source>
        <translation>所示范围</translation>
    </message>
    <message>
        <source>The last 60 minutes</source>
        <translation>最近 60 分钟</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>All</source>
        <comment>all that is known of a peer</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>All that is known of the peer, from this run and the history</source>
        <translation>该对端的全部数据，包括本次运行和历史记录</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Why it is stale</source>
        <translation>数据流为何中断</translation>
    </message>
    <message>
        <source>The time span that the chart shows</source>
        <translation>图表显示的时间段</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Seen from the vantages</source>
        <translation>各观测点的情况</translation>
    </message>
    <message>
        <source>Pinged too seldom</source>
        <translation>ping 间隔过长</translation>
    </message>
    <message>
        <source>The verdict across vantages</source>
        <translation>跨观测点的结论</translation>
    </message>
    <message>
        <source>Ping Every %1</source>
        <translation>每%1 ping 一次</translation>
    </message>
    <message>
        <source>Network path</source>
        <translation>网络路径</translation>
    </message>
    <message>
        <source>Network path, traced at %1</source>
        <translation>网络路径，追踪于 %1</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerPane</name>
    <message>
        <source>No peer matches the filter.</source>
        <translation>没有符合筛选条件的对端。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PeerTimelines</name>
    <message>
        <source>%1 %2</source>
        <comment>state, how long</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: nothing was measured at %2</source>
        <comment>peer, moment</comment>
        <translation>%1：%2 没有测量</translation>
    </message>
    <message>
        <source>%1: %2 for %3, since %4</source>
        <comment>peer, state, duration, moment</comment>
        <translation>%1：%2 已持续 %3，自 %4起</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PhaseBars</name>
    <message>
        <source>%1 %2</source>
        <comment>step, duration</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Steps of the last dial</source>
        <translation>最近一次连接的各步骤</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>%1 failed after %2</source>
        <comment>step, duration</comment>
        <translation>%1 在 %2后失败</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Picture</name>
    <message>
        <source>writing the picture</source>
        <translation>写入图片</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Ping</name>
    <message>
        <source>no connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>name %1</source>
        <translation>域名解析 %1</translation>
    </message>
    <message>
        <source>TCP %1</source>
        <translation>TCP %1</translation>
    </message>
    <message>
        <source>proxy %1</source>
        <translation>代理 %1</translation>
    </message>
    <message>
        <source>TLS %1</source>
        <translation>TLS %1</translation>
    </message>
    <message>
        <source>upgrade %1</source>
        <translation>升级 %1</translation>
    </message>
    <message>
        <source>%1, slow</source>
        <translation>%1，慢</translation>
    </message>
    <message>
        <source>%1, late</source>
        <translation>%1，迟到</translation>
    </message>
    <message>
        <source>a later ping was answered first</source>
        <translation>之后的 ping 先得到应答</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>lost with its connection</source>
        <translation>随连接丢失</translation>
    </message>
    <message>
        <source>seq=%1: %2</source>
        <translation>seq=%1：%2</translation>
    </message>
    <message>
        <source>pong from %1: seq=%2 time=%3</source>
        <translation>来自 %1 的 pong：seq=%2 time=%3</translation>
    </message>
    <message>
        <source> (TCP %1)</source>
        <translation> (TCP %1)</translation>
    </message>
    <message>
        <source> (this machine was busy)</source>
        <translation>（本机繁忙）</translation>
    </message>
    <message>
        <source>PING %1 (%2)</source>
        <translation>PING %1 (%2)</translation>
    </message>
    <message>
        <source>open again: %1 (%2)</source>
        <translation>再次打开：%1 (%2)</translation>
    </message>
    <message>
        <source>, open after %1</source>
        <translation>，%1后打开</translation>
    </message>
    <message>
        <source>seq=%1: no pong in %2; %3</source>
        <translation>seq=%1：%2内没有 pong；%3</translation>
    </message>
    <message>
        <source>the next dial in %1</source>
        <translation>%1后再次连接</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>已发送 %1</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>已接收 %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>迟到 %1</translation>
    </message>
    <message>
        <source>%1 lost (%2 %)</source>
        <translation>丢失 %1（%2 %）</translation>
    </message>
    <message>
        <source>%1 not sent without a connection</source>
        <translation>因无连接未发送 %1</translation>
    </message>
    <message>
        <source>connections %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>time %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>%1 ping statistics</source>
        <translation>%1 的 ping 统计</translation>
    </message>
    <message>
        <source>RTT min/avg/median/p95/max/jitter = %1 ms</source>
        <translation>RTT 最小/平均/中位数/p95/最大/抖动 = %1 ms</translation>
    </message>
    <message>
        <source>last end: %1</source>
        <translation>最近一次结束：%1</translation>
    </message>
    <message>
        <source>%1: %2 of %3 received, %4 % lost</source>
        <comment>peer, pongs, pings settled, percentage</comment>
        <translation>%1：收到 %2/%3，丢失 %4 %</translation>
    </message>
    <message>
        <source>, RTT min/avg/median/max = %1 ms</source>
        <translation>，RTT 最小/平均/中位/最大 = %1 ms</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PingCommand</name>
    <message>
        <source>Pings WebSocket peers and shows how long the pongs take, in the style of ping(8). Several peers are shown side by side. Exit status: 0 if every peer answered, 1 if one did not, 2 for wrong usage or an unknown host.</source>
        <translation>以 ping(8) 的方式 ping WebSocket 对端，并显示 pong 用时。多个对端并排显示。退出状态：0 表示所有对端均应答，1 表示有对端未应答，2 表示用法错误或主机未知。</translation>
    </message>
    <message>
        <source>Five pings.</source>
        <translation>五个 ping。</translation>
    </message>
    <message>
        <source>Two peers side by side, with the phases of each dial.</source>
        <translation>两个对端并排，并显示每次连接的各个阶段。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PingListModel</name>
    <message>
        <source>No.</source>
        <comment>the number of a ping</comment>
        <translation>序号</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>TCP</source>
        <comment>the round trip of TCP</comment>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>outcome of a ping, remarks</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>外观(&amp;A)：</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>La&amp;tencies in:</source>
        <translation>延迟单位(&amp;T)：</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>常规(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;New Peers</source>
        <translation>新对端(&amp;N)</translation>
    </message>
    <message>
        <source>Ale&amp;rts</source>
        <translation>告警(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>Time and &amp;dates:</source>
        <translation>时间和日期(&amp;D)：</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时制</translation>
    </message>
    <message>
        <source>ISO 8601: 2026-11-25 18:59:47</source>
        <translation>ISO 8601：2026-11-25 18:59:47</translation>
    </message>
    <message>
        <source>Language and Appearance</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>µs, ms or s, depending on size</source>
        <translation>按大小使用 µs、ms 或 s</translation>
    </message>
    <message>
        <source>Notify when a peer gets into &amp;trouble while the window is not active</source>
        <translation>不看窗口时，在对端出现问题时告警(&amp;T)</translation>
    </message>
    <message>
        <source>Only if it lasts &amp;longer than:</source>
        <translation>仅告警持续超过以下时间的问题(&amp;L)：</translation>
    </message>
    <message>
        <source>Treat &amp;slow answers as trouble</source>
        <translation>应答慢也算问题(&amp;S)</translation>
    </message>
    <message>
        <source>Also notify when a peer &amp;recovers</source>
        <translation>对端恢复时也告警(&amp;W)</translation>
    </message>
    <message>
        <source>When the Window Is Closed</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Keep running in the system tray</source>
        <translation>作为系统托盘图标继续监视(&amp;I)</translation>
    </message>
    <message>
        <source>This desktop has no notification service. The window asks for attention in the taskbar instead.</source>
        <translation>此桌面没有通知服务。窗口会改为在任务栏中提示。</translation>
    </message>
    <message>
        <source>This desktop has no system tray: closing the window minimizes it instead.</source>
        <translation>此桌面没有系统托盘：关闭窗口时改为最小化。</translation>
    </message>
    <message>
        <source>This desktop has no system tray.</source>
        <translation>此桌面没有系统托盘。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PreferencesFeature</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;System Default</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::PresetValue</name>
    <message>
        <source>Adds to a URL that doesn&apos;t say: %1</source>
        <extracomment>%1 a path or a query</extracomment>
        <translation>URL 未注明时添加：%1</translation>
    </message>
    <message>
        <source>Offers the subprotocol %1</source>
        <translation>提供子协议 %1</translation>
    </message>
    <message>
        <source>sends %1</source>
        <translation>发送 %1</translation>
    </message>
    <message>
        <source>waits %1 for %2</source>
        <extracomment>%1 a duration, %2 a regular expression</extracomment>
        <translation>在 %1内等待 %2</translation>
    </message>
    <message>
        <source>is refused by %1</source>
        <translation>收到 %1 即为拒绝</translation>
    </message>
    <message>
        <source>Notes what matches %1</source>
        <extracomment>%1 a regular expression</extracomment>
        <translation>记录匹配 %1 的内容</translation>
    </message>
    <message>
        <source>Answers %1 with %2</source>
        <extracomment>%1 a regular expression, %2 a message</extracomment>
        <translation>收到 %1 时以 %2 应答</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <extracomment>%1 a number, %2 what is done first, second …</extracomment>
        <translation>步骤 %1：%2</translation>
    </message>
    <message>
        <source>In place of pings: sends %1, waits for %2</source>
        <translation>代替 Ping：发送 %1，等待 %2</translation>
    </message>
    <message>
        <source>Stale after %1 without a message</source>
        <translation>%1内无消息即判定数据流中断</translation>
    </message>
    <message>
        <source>Stale after %1 without %2</source>
        <translation>%1内没有 %2 即判定数据流中断</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no preset</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a service, the preset&apos;s name</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The URL or a subprotocol looks like %1.</source>
        <extracomment>%1 a service</extracomment>
        <translation>URL 或子协议看起来属于 %1。</translation>
    </message>
    <message>
        <source>there is no such preset, or its file can&apos;t be read</source>
        <translation>没有此预设，或无法读取其文件</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>&amp;Use Its Preset</source>
        <translation>使用其预设(&amp;U)</translation>
    </message>
    <message>
        <source>What the preset says</source>
        <translation>预设的内容</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ProfileEditor</name>
    <message>
        <source>workspace</source>
        <translation>工作区</translation>
    </message>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%n 个对端</numerusform>
        </translation>
    </message>
    <message>
        <source>Defaults of the Workspace</source>
        <translation>工作区的默认值</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>分组 %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <comment>a peer&apos;s name, or a number of peers</comment>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;Test Connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Every peer uses these values unless it or its group has its own</source>
        <translation>每个对端都采用这些值，除非它或其分组另有设定</translation>
    </message>
    <message>
        <source>The peers in “%1” use these values unless they have their own</source>
        <translation>“%1”中的对端采用这些值，除非另有设定</translation>
    </message>
    <message numerus="yes">
        <source>%n peers: only the settings you edit are changed</source>
        <translation>
            <numerusform>%n 个对端：只更改您改动的内容</numerusform>
        </translation>
    </message>
    <message>
        <source>No keychain is running: passwords and tokens are kept in memory until you quit.</source>
        <translation>这里没有密钥环：密码和令牌保存在内存中，直到程序结束。</translation>
    </message>
    <message>
        <source>There is an error on this page</source>
        <translation>此页有错误</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ProfileFeature</name>
    <message>
        <source>changing the workspace&apos;s defaults</source>
        <translation>更改工作区的默认值</translation>
    </message>
    <message>
        <source>&amp;Edit Peer…</source>
        <translation>编辑对端(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制一份(&amp;D)</translation>
    </message>
    <message>
        <source>Move to &amp;Group</source>
        <translation>移到分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>Gr&amp;oups</source>
        <translation>分组(&amp;O)</translation>
    </message>
    <message>
        <source>De&amp;faults of the Workspace…</source>
        <translation>工作区的默认值(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Edit Defaults…</source>
        <translation>编辑默认值(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>N&amp;o Group</source>
        <translation>无分组(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;New Group…</source>
        <translation>新建分组(&amp;N)…</translation>
    </message>
    <message>
        <source>New Group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>&amp;Name of the group:</source>
        <translation>分组名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;New Tag…</source>
        <translation>新建标签(&amp;N)…</translation>
    </message>
    <message numerus="yes">
        <source>editing %n peers</source>
        <translation>
            <numerusform>编辑 %n 个对端</numerusform>
        </translation>
    </message>
    <message>
        <source>editing “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>changing group “%1”</source>
        <translation>更改分组“%1”</translation>
    </message>
    <message numerus="yes">
        <source>duplicating %n peers</source>
        <translation>
            <numerusform>复制 %n 个对端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moving %n peers to “%1”</source>
        <translation>
            <numerusform>将 %n 个对端移到“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename Group</source>
        <translation>重命名分组</translation>
    </message>
    <message>
        <source>renaming group “%1”</source>
        <translation>重命名分组“%1”</translation>
    </message>
    <message>
        <source>removing group “%1”</source>
        <translation>移除分组“%1”</translation>
    </message>
    <message>
        <source>New Tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>&amp;Tag:</source>
        <translation>标签(&amp;T)：</translation>
    </message>
    <message numerus="yes">
        <source>tagging %n peers “%1”</source>
        <translation>
            <numerusform>为 %n 个对端添加标签“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit the selected peers: URL, keepalive, TLS, sign-in and everything else</source>
        <translation>编辑所选对端：URL、保活、TLS、登录以及其他全部设置</translation>
    </message>
    <message>
        <source>Re&amp;move Group, Keep Its Peers</source>
        <translation>移除，但保留其对端(&amp;M)</translation>
    </message>
    <message>
        <source>creating group “%1”</source>
        <translation>创建分组“%1”</translation>
    </message>
    <message numerus="yes">
        <source>removing %n peers from their groups</source>
        <translation>
            <numerusform>将 %n 个对端移出分组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing the tag “%1” from %n peers</source>
        <translation>
            <numerusform>从 %n 个对端移除标签“%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::Proxy</name>
    <message>
        <source>reading the proxy</source>
        <translation>读取代理</translation>
    </message>
    <message>
        <source>it is not system, none, http://host:port or socks5://host:port</source>
        <translation>它不是 system、none、http://host:port 或 socks5://host:port</translation>
    </message>
    <message>
        <source>it names no host</source>
        <translation>它没有给出主机</translation>
    </message>
    <message>
        <source>it names no port between 1 and 65535</source>
        <translation>它没有给出 1 与 65535 之间的端口</translation>
    </message>
    <message>
        <source>there is more after the port</source>
        <translation>端口之后还有内容</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ProxyChoice</name>
    <message>
        <source>%1 holds no address of a proxy</source>
        <translation>%1 中没有代理地址</translation>
    </message>
    <message>
        <source>%1 names a proxy of the kind %2, which is not supported: name one that begins with http:// or socks5://</source>
        <translation>%1 指定的代理类型 %2 不受支持：请指定以 http:// 或 socks5:// 开头的代理</translation>
    </message>
    <message>
        <source>%1 names a proxy that uses TLS (https://), which is not supported: name one that begins with http:// or socks5://</source>
        <translation>%1 指定的代理使用 TLS (https://)，不受支持：请指定以 http:// 或 socks5:// 开头的代理</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ProxyValue</name>
    <message>
        <source>the proxy&apos;s host and port are needed: proxy.example:3128</source>
        <translation>需要代理的主机和端口：proxy.example:3128</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>系统代理</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>HTTP CONNECT</source>
        <translation>HTTP CONNECT</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>proxy.example:3128</source>
        <translation>proxy.example:3128</translation>
    </message>
    <message>
        <source>Host and port of the proxy</source>
        <translation>代理的主机和端口</translation>
    </message>
    <message>
        <source>user name, if the proxy asks for one</source>
        <translation>用户名，如果代理要求</translation>
    </message>
    <message>
        <source>User name for the proxy</source>
        <translation>代理的用户名</translation>
    </message>
</context>
<context>
    <name>Pongwatch::QtTransport</name>
    <message>
        <source>it sends pings and does not read the pongs</source>
        <translation>它发送 ping，但不读取 pong</translation>
    </message>
    <message>
        <source>QWebSocket closed the connection by itself: %1</source>
        <translation>QWebSocket 自行关闭了连接：%1</translation>
    </message>
    <message>
        <source>QWebSocket rejects this answer</source>
        <translation>QWebSocket 不接受此应答</translation>
    </message>
</context>
<context>
    <name>Pongwatch::RangeDialog</name>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>从(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>到(&amp;T)：</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>结束时间必须晚于开始时间。</translation>
    </message>
    <message>
        <source>Show a Time Span</source>
        <translation>显示一段时间</translation>
    </message>
</context>
<context>
    <name>Pongwatch::RangePanel</name>
    <message>
        <source>Zoom In</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the figures as a table</source>
        <translation>以表格形式复制数值</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Figures of the marked range</source>
        <translation>标记范围的数值</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Pings</source>
        <translation>ping 数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>丢失率</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>最慢</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>moment, moment, duration</comment>
        <translation>%1 至 %2（%3）</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Show only the marked range</source>
        <translation>只显示标记范围</translation>
    </message>
    <message>
        <source>Create a report of the marked range</source>
        <translation>为标记范围生成报告</translation>
    </message>
    <message>
        <source>Clear the marked range (Esc)</source>
        <translation>取消标记范围 (Esc)</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>P99</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Recommendation</name>
    <message>
        <source>Browsers can&apos;t send pings: let the server ping every %1 s, or send a message of your own: setInterval(() =&gt; socket.send(&apos;…&apos;), %2)</source>
        <translation>浏览器不能发送 ping：请让服务器每 %1 秒发送 ping，或自己发送消息：setInterval(() =&gt; socket.send(&apos;…&apos;), %2)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Redirect</name>
    <message>
        <source>the new address is too long</source>
        <translation>新地址过长</translation>
    </message>
    <message>
        <source>the new address is no URL</source>
        <translation>新地址不是 URL</translation>
    </message>
    <message>
        <source>the new address is not that of a WebSocket server</source>
        <translation>新地址不是 WebSocket 服务器的地址</translation>
    </message>
    <message>
        <source>the new address does not use TLS</source>
        <translation>新地址没有 TLS</translation>
    </message>
</context>
<context>
    <name>Pongwatch::RegularFile</name>
    <message>
        <source>it is a socket or a device, not a file</source>
        <translation>它是套接字或设备，不是文件</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is a pipe or a device, not a file</source>
        <translation>它是管道或设备，不是文件</translation>
    </message>
    <message>
        <source>it is larger than %1</source>
        <translation>它大于 %1</translation>
    </message>
    <message>
        <source>it could not be reached within %1 s: the disk or the network that it is on does not answer</source>
        <translation>在 %1 秒内无法访问：所在的磁盘或网络没有响应</translation>
    </message>
    <message>
        <source>it is a pipe that nobody writes to</source>
        <translation>这是一个无人写入的管道</translation>
    </message>
    <message>
        <source>it is made by the kernel, not a file on a disk</source>
        <translation>它由内核生成，不是磁盘上的文件</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Rejection</name>
    <message>
        <source>%1; %2; %3; %4</source>
        <extracomment>what four proxies need, one after the other</extracomment>
        <translation>%1；%2；%3；%4</translation>
    </message>
    <message>
        <source>the server behind the proxy gave it no answer that it understands</source>
        <translation>代理无法理解其后服务器的应答</translation>
    </message>
    <message>
        <source>the server behind the proxy refused its connection</source>
        <translation>代理后面的服务器拒绝了代理的连接</translation>
    </message>
    <message>
        <source>the server behind the proxy did not accept its connection in time</source>
        <translation>代理后面的服务器没有及时接受代理的连接</translation>
    </message>
    <message>
        <source>the proxy has no route to the server behind it</source>
        <translation>代理没有到其后服务器的路由</translation>
    </message>
    <message>
        <source>the server behind the proxy did not answer it in time</source>
        <translation>代理后面的服务器没有及时应答</translation>
    </message>
    <message>
        <source>TLS failed between the proxy and the server behind it</source>
        <translation>代理与其后服务器之间的 TLS 失败</translation>
    </message>
    <message>
        <source>the proxy can&apos;t resolve or reach the server behind it</source>
        <translation>代理无法解析或到达其后的服务器</translation>
    </message>
    <message>
        <source>the fault is on the server&apos;s side</source>
        <translation>故障在服务器一侧</translation>
    </message>
    <message>
        <source>nothing is served under this path; check the URL</source>
        <translation>此路径下没有服务；请检查 URL</translation>
    </message>
    <message>
        <source>the request did not reach the server in time</source>
        <translation>请求没有及时到达服务器</translation>
    </message>
    <message>
        <source>the server does not want to answer this early</source>
        <translation>服务器不愿过早处理此请求</translation>
    </message>
    <message>
        <source>too many requests; dial less often</source>
        <translation>请求过多；请降低连接频率</translation>
    </message>
    <message>
        <source>the headers of this request are too long for the server</source>
        <translation>此请求的标头对服务器而言过长</translation>
    </message>
    <message>
        <source>something failed inside the server; look for an exception in its log</source>
        <translation>服务器内部出错；请在其日志中查找异常</translation>
    </message>
    <message>
        <source>the proxy can&apos;t reach the server behind it</source>
        <translation>代理无法连接到其后的服务器</translation>
    </message>
    <message>
        <source>a web page answers under this URL, not a WebSocket server</source>
        <translation>此 URL 应答的是网页，而不是 WebSocket 服务器</translation>
    </message>
    <message>
        <source>the server sends clients elsewhere; use the new address in the URL</source>
        <translation>服务器把客户端引导到别处；请在 URL 中使用新地址</translation>
    </message>
    <message>
        <source>this port speaks TLS, and the URL does not; write wss:// in the URL</source>
        <translation>此端口使用 TLS，而 URL 没有；请在 URL 中写 wss://</translation>
    </message>
    <message>
        <source>the server does not accept this side&apos;s client certificate</source>
        <translation>服务器不接受本端的客户端证书</translation>
    </message>
    <message>
        <source>a proxy wants to see a browser before it lets anybody through; let this client pass in its rules</source>
        <translation>代理只放行浏览器；请在其规则中放行此客户端</translation>
    </message>
    <message>
        <source>It asks for %1 authentication.</source>
        <translation>它要求 %1 认证。</translation>
    </message>
    <message>
        <source>It asks for %1 authentication for %2.</source>
        <translation>它要求对 %2 进行 %1 认证。</translation>
    </message>
    <message>
        <source>It asks to wait %1 (Retry-After).</source>
        <translation>它要求等待 %1 (Retry-After)。</translation>
    </message>
    <message>
        <source>It asks to wait until %1 (Retry-After).</source>
        <translation>它要求等到 %1 (Retry-After)。</translation>
    </message>
    <message>
        <source>The answer came from or through a proxy: %1.</source>
        <translation>应答来自或经过代理：%1。</translation>
    </message>
    <message>
        <source>Answered by %1.</source>
        <translation>应答者：%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Its reason: %1.</source>
        <translation>其原因：%1。</translation>
    </message>
    <message>
        <source>It said: %1.</source>
        <translation>其内容：%1。</translation>
    </message>
    <message>
        <source>The new address: %1.</source>
        <translation>新地址：%1。</translation>
    </message>
    <message>
        <source>The server rejected the handshake with HTTP status %1: %2.</source>
        <extracomment>%1 an HTTP status, %2 what it means</extracomment>
        <translation>服务器以 HTTP 状态 %1 拒绝了握手：%2。</translation>
    </message>
    <message>
        <source>It will not be dialled again by itself.</source>
        <translation>不会自动重新连接。</translation>
    </message>
    <message>
        <source>Another dial may help.</source>
        <translation>再次连接可能有用。</translation>
    </message>
    <message>
        <source>The redirect was not followed: %1.</source>
        <translation>没有跟随重定向：%1。</translation>
    </message>
    <message>
        <source>the server or a proxy before it does not take this for a handshake under this path; check the URL, and which headers the server wants</source>
        <translation>服务器或其前面的代理不认为该路径下的请求是握手；请检查 URL 以及服务器要求的标头</translation>
    </message>
    <message>
        <source>the server refuses this client, or serves nothing under this path; check credentials, origin, address lists and the URL</source>
        <translation>服务器拒绝此客户端，或者该路径下没有服务；请检查凭据、来源、地址名单和 URL</translation>
    </message>
    <message>
        <source>the server is overloaded or being deployed, or a proxy has no server to pass this on to</source>
        <translation>服务器过载或正在部署，或者代理没有可转发的服务器</translation>
    </message>
    <message>
        <source>Its Retry-After is neither a number of seconds nor a date: %1.</source>
        <translation>其 Retry-After 既不是秒数也不是日期：%1。</translation>
    </message>
    <message>
        <source>It names a time to come again (Retry-After) that has passed: %1.</source>
        <translation>其给出的重试时间（Retry-After）已过去：%1。</translation>
    </message>
    <message>
        <source>nginx needs proxy_http_version 1.1, proxy_set_header Upgrade $http_upgrade and proxy_set_header Connection &quot;upgrade&quot;</source>
        <translation>nginx 需要 proxy_http_version 1.1、proxy_set_header Upgrade $http_upgrade 和 proxy_set_header Connection &quot;upgrade&quot;</translation>
    </message>
    <message>
        <source>Apache needs upgrade=websocket in ProxyPass, or mod_proxy_wstunnel</source>
        <translation>Apache 需要在 ProxyPass 中设置 upgrade=websocket，或使用 mod_proxy_wstunnel</translation>
    </message>
    <message>
        <source>HAProxy passes it on unless http-request del-header or option httpclose removes it</source>
        <translation>HAProxy 会转发它，除非被 http-request del-header 或 option httpclose 去掉</translation>
    </message>
    <message>
        <source>Caddy&apos;s reverse_proxy passes it on unless header_up removes it</source>
        <translation>Caddy 的 reverse_proxy 会转发它，除非被 header_up 去掉</translation>
    </message>
    <message>
        <source>the server requires credentials, or different ones</source>
        <translation>服务器需要凭证，或需要其他凭证</translation>
    </message>
    <message>
        <source>this path does not accept GET, so it serves no WebSocket; check the URL</source>
        <translation>此路径不接受 GET，因此不是 WebSocket 路径；请检查 URL</translation>
    </message>
    <message>
        <source>a proxy requires credentials</source>
        <translation>代理需要凭证</translation>
    </message>
    <message>
        <source>what was served under this path is gone permanently</source>
        <translation>此路径下的内容已永久移除</translation>
    </message>
    <message>
        <source>this server does not serve this host name; check the URL and the Host header</source>
        <translation>此服务器不负责这个主机名；请检查 URL 和 Host 标头</translation>
    </message>
    <message>
        <source>the server requires another version of the protocol</source>
        <translation>服务器需要另一个协议版本</translation>
    </message>
    <message>
        <source>the server may not serve this for legal reasons</source>
        <translation>因法律原因，服务器不得提供此内容</translation>
    </message>
    <message>
        <source>the server rejects this request</source>
        <translation>服务器不接受此请求</translation>
    </message>
    <message>
        <source>the server does not support this request</source>
        <translation>服务器无法执行所请求的操作</translation>
    </message>
    <message>
        <source>this network requires a login before it lets anything through</source>
        <translation>此网络要求先登录才放行</translation>
    </message>
    <message>
        <source>the server requires a client certificate; set one in the TLS settings</source>
        <translation>服务器要求客户端证书；请在 TLS 设置中指定</translation>
    </message>
    <message>
        <source>a proxy removed the Upgrade header before the request reached the server; %1</source>
        <translation>服务器收到请求之前，Upgrade 标头已被代理去掉；%1</translation>
    </message>
    <message>
        <source>a proxy speaks HTTP/1.0 to the server, which has no upgrade; nginx needs proxy_http_version 1.1, others speak HTTP/1.1 by default</source>
        <translation>代理以 HTTP/1.0 与服务器通信，而 HTTP/1.0 不支持升级；nginx 需要 proxy_http_version 1.1，其他代理默认使用 HTTP/1.1</translation>
    </message>
    <message>
        <source>the server requires another version of the protocol (%1)</source>
        <translation>服务器需要另一个协议版本（%1）</translation>
    </message>
    <message>
        <source>the server redirects clients to a login; it requires credentials, or different ones</source>
        <translation>服务器把客户端引导到登录页；它需要凭证，或需要其他凭证</translation>
    </message>
    <message>
        <source>It asks to wait %1 (Retry-After); Pongwatch waits %2.</source>
        <translation>服务器要求等待 %1（Retry-After），实际等待 %2。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Report</name>
    <message>
        <source>writing the report</source>
        <translation>写入报告</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>open for %1</source>
        <translation>已打开 %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>WebSocket connections</source>
        <translation>WebSocket 连接</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>The newest %1 of %2.</source>
        <translation>%2 个中最新的 %1 个。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Finding and evidence</source>
        <translation>诊断与证据</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings used</source>
        <translation>使用的设置</translation>
    </message>
    <message>
        <source>How it was measured</source>
        <translation>测量方法</translation>
    </message>
    <message>
        <source>Round-trip times run from the moment a ping frame is handed to the socket to the moment its pong is read, on a steady clock; quantiles are exact to 1 %.</source>
        <translation>往返时间从 ping 帧交给套接字的时刻算起，到读取其 pong 的时刻为止，使用单调时钟；分位数精确到 1 %。</translation>
    </message>
    <message>
        <source>A ping times out when no pong comes within the ping timeout; the loss counts those, and not the pings that were under way when a connection ended.</source>
        <translation>在 ping 超时时间内没有收到 pong 即为超时；丢失率统计这些 ping，不包括连接结束时尚未应答的 ping。</translation>
    </message>
    <message>
        <source>The observer itself was at most %1 late.</source>
        <translation>观测程序自身延迟最多为 %1。</translation>
    </message>
    <message>
        <source>%1 of %2 pings were sent or answered while the observer was more than 5 ms late.</source>
        <translation>%2 个 ping 中有 %1 个是在观测程序迟到超过 5 ms 时发送或应答的。</translation>
    </message>
    <message>
        <source>From the history in %1.</source>
        <translation>来自 %1 中的历史记录。</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>the history knows no peer of this name; it knows %1</source>
        <translation>历史记录中没有这个名称的对端；有 %1</translation>
    </message>
    <message>
        <source>reading the history</source>
        <translation>读取历史记录</translation>
    </message>
    <message>
        <source>nothing was measured yet</source>
        <translation>还没有测量任何内容</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>shortest to longest</source>
        <translation>最短到最长</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Latency of %1 over time</source>
        <translation>%1 的延迟随时间的变化</translation>
    </message>
    <message>
        <source>peaks to %1</source>
        <translation>峰值达 %1</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>nothing was measured</source>
        <translation>没有测量结果</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%n 个对端</numerusform>
        </translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>最长 %1</translation>
    </message>
    <message>
        <source>none in this time</source>
        <translation>此期间没有</translation>
    </message>
    <message>
        <source>Median latency</source>
        <translation>延迟中位数</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
    <message>
        <source>Pings</source>
        <translation>ping 数</translation>
    </message>
    <message>
        <source>%1 timed out</source>
        <translation>%1 个超时</translation>
    </message>
    <message>
        <source>none timed out</source>
        <translation>没有超时</translation>
    </message>
    <message>
        <source>State over time</source>
        <translation>状态随时间的变化</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>P99</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>丢失率</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>The last end: %1</source>
        <translation>最近一次结束：%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Pongwatch %1 · made %2 %3</source>
        <translation>Pongwatch %1 · 生成于 %2 %3</translation>
    </message>
    <message>
        <source>No peers were watched.</source>
        <translation>没有监视任何对端。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a day on an axis, see QDate::toString</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a time zone and its difference to UTC</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <translation>%1 至 %2（%3）</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>closed by us</source>
        <translation>由本端关闭</translation>
    </message>
    <message>
        <source>closed by the peer</source>
        <translation>由对端关闭</translation>
    </message>
    <message>
        <source>keepalive timeout</source>
        <translation>保活超时</translation>
    </message>
    <message>
        <source>ended without a Close frame</source>
        <translation>没有关闭帧就结束</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>找不到名称</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>handshake rejected</source>
        <translation>握手被拒绝</translation>
    </message>
    <message>
        <source>handshake invalid</source>
        <translation>握手无效</translation>
    </message>
    <message>
        <source>open timeout</source>
        <translation>打开超时</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>协议错误</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>消息过大</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>代理失败</translation>
    </message>
    <message>
        <source>network error</source>
        <translation>网络错误</translation>
    </message>
    <message>
        <source>path silent: our bytes were not acknowledged</source>
        <translation>链路静默：我们的字节未被确认</translation>
    </message>
    <message>
        <source>peer silent: our bytes were acknowledged, yet no pong came</source>
        <translation>对端静默：我们的字节已被确认，但没有 pong</translation>
    </message>
    <message>
        <source>State of %1 over time</source>
        <translation>%1 的状态随时间的变化</translation>
    </message>
    <message>
        <source>How long pongs took</source>
        <translation>pong 的用时</translation>
    </message>
    <message>
        <source>Distribution of the latency</source>
        <translation>延迟分布</translation>
    </message>
    <message>
        <source>not known for this range</source>
        <translation>此范围内未知</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Availability by day</source>
        <translation>每日可用率</translation>
    </message>
    <message>
        <source>Availability by day, from %1 up</source>
        <translation>每日可用率，从 %1起</translation>
    </message>
    <message>
        <source>ddd d</source>
        <comment>a day below a bar, see QDate::toString</comment>
        <translation>d日 ddd</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>not watched in this time</source>
        <translation>此期间没有监视</translation>
    </message>
    <message>
        <source>one outage of %1</source>
        <translation>一次中断，%1</translation>
    </message>
    <message numerus="yes">
        <source>%n outages, longest %1</source>
        <translation>
            <numerusform>%n 次中断，最长 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>no outage</source>
        <translation>没有中断</translation>
    </message>
    <message>
        <source>open but silent for %1</source>
        <translation>打开但静默 %1</translation>
    </message>
    <message>
        <source>median %1, p99 %2</source>
        <translation>中位数 %1，p99 %2</translation>
    </message>
    <message>
        <source>mean %1, at most %2</source>
        <translation>平均 %1，最多 %2</translation>
    </message>
    <message>
        <source>%1 of %2 pings timed out</source>
        <translation>%2 个 ping 中有 %1 个超时</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>writing the bookmarks of the PDF</source>
        <translation>写入 PDF 的书签</translation>
    </message>
    <message>
        <source>writing the picture</source>
        <translation>写入图片</translation>
    </message>
    <message>
        <source>there is no memory for it</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1 (since %2; others before)</source>
        <translation>%1（自 %2起；之前的设置不同）</translation>
    </message>
    <message>
        <source>Silent for %1</source>
        <translation>无响应 %1</translation>
    </message>
    <message>
        <source>Pings have been overdue for %1; the connection is still open.</source>
        <translation>ping 已超期 %1；连接仍然打开。</translation>
    </message>
    <message>
        <source>Pings were overdue for %1; the connection stayed open, and the peer answered again.</source>
        <translation>ping 超期 %1；连接保持打开，之后对端恢复应答。</translation>
    </message>
    <message>
        <source>points to %1</source>
        <translation>问题可能在%1</translation>
    </message>
    <message>
        <source>Open is the share of the time in which a connection was open, of the time in which it was watched: when the observer did not run, its machine was suspended, or the peer was paused, does not count. An outage lasts from the loss of a connection to the next one.</source>
        <translation>“打开”指连接处于打开状态的时间占监视时间的比例：观察程序未运行、其所在机器挂起或对端被暂停的时间不计入。一次中断从连接丢失持续到下一次连接。</translation>
    </message>
    <message>
        <source>unacknowledged segments %1</source>
        <translation>未确认段 %1</translation>
    </message>
    <message>
        <source>retransmissions %1</source>
        <translation>重传 %1</translation>
    </message>
    <message>
        <source>unsent bytes %1</source>
        <translation>未发送字节 %1</translation>
    </message>
    <message>
        <source>round trip %1</source>
        <translation>往返 %1</translation>
    </message>
    <message>
        <source>TCP: %1</source>
        <translation>TCP：%1</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>无代码</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>a close code and its reason</comment>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>last byte %1 before</source>
        <translation>最后一个字节在 %1前</translation>
    </message>
    <message>
        <source>sent: %1</source>
        <translation>已发送：%1</translation>
    </message>
    <message>
        <source>received: %1</source>
        <translation>已收到：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n times until %1</source>
        <translation>
            <numerusform>截至 %1 共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>down for %1, to the end</source>
        <translation>中断 %1，直至结束</translation>
    </message>
    <message>
        <source>down for %1 in all</source>
        <translation>共中断 %1</translation>
    </message>
    <message>
        <source>down for %1</source>
        <translation>中断 %1</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>the program did not run</source>
        <translation>程序未运行</translation>
    </message>
    <message>
        <source>closed on this side</source>
        <translation>由本端关闭</translation>
    </message>
    <message>
        <source>None: no connection was lost, and none was silent for long.</source>
        <translation>无：没有连接丢失，也没有长时间静默。</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>未监视</translation>
    </message>
    <message>
        <source>These times count neither as open nor as an outage.</source>
        <translation>这些时间既不计为打开，也不计为中断。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>of the time it was watched</source>
        <translation>占监视时间的比例</translation>
    </message>
    <message>
        <source>least %1: %2</source>
        <translation>最低 %1：%2</translation>
    </message>
    <message>
        <source>Highest p99</source>
        <translation>最高 p99</translation>
    </message>
    <message>
        <source>Our bytes were not acknowledged meanwhile: the network path was silent.</source>
        <translation>其间我方的字节未被确认：网络路径静默。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>the connection was dropped after %1 of silence</source>
        <translation>连接在静默 %1后被断开</translation>
    </message>
    <message>
        <source>both connections were dropped after %1 of silence, as by a proxy&apos;s idle limit</source>
        <translation>两次连接均在静默 %1后被断开，符合代理的空闲限制</translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were dropped after %1 of silence, as by a proxy&apos;s idle limit</source>
        <translation>
            <numerusform>全部 %n 次连接均在静默 %1后被断开，符合代理的空闲限制</numerusform>
        </translation>
    </message>
    <message>
        <source>the connection was closed by the peer with %1</source>
        <translation>连接由对端以 %1 关闭</translation>
    </message>
    <message>
        <source>both connections were closed by the peer with %1</source>
        <translation>两次连接均由对端以 %1 关闭</translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were closed by the peer with %1</source>
        <translation>
            <numerusform>全部 %n 次连接均由对端以 %1 关闭</numerusform>
        </translation>
    </message>
    <message>
        <source>the connection was lost because the network path fell silent</source>
        <translation>连接因网络路径静默而丢失</translation>
    </message>
    <message>
        <source>both connections were lost because the network path fell silent</source>
        <translation>两次连接均因网络路径静默而丢失</translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were lost because the network path fell silent</source>
        <translation>
            <numerusform>全部 %n 次连接均因网络路径静默而丢失</numerusform>
        </translation>
    </message>
    <message>
        <source>the connection was given up because the peer stopped answering pings</source>
        <translation>因对端停止应答 ping 而放弃连接</translation>
    </message>
    <message>
        <source>both connections were given up because the peer stopped answering pings</source>
        <translation>两次均因对端停止应答 ping 而放弃连接</translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were given up because the peer stopped answering pings</source>
        <translation>
            <numerusform>全部 %n 次均因对端停止应答 ping 而放弃连接</numerusform>
        </translation>
    </message>
    <message>
        <source>the connection was given up because a ping was not answered</source>
        <translation>因 ping 未获应答而放弃连接</translation>
    </message>
    <message>
        <source>both connections were given up because pings were not answered</source>
        <translation>两次均因 ping 未获应答而放弃连接</translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were given up because pings were not answered</source>
        <translation>
            <numerusform>全部 %n 次均因 ping 未获应答而放弃连接</numerusform>
        </translation>
    </message>
    <message>
        <source>the connection was dropped without a Close frame</source>
        <translation>连接在没有关闭帧的情况下断开</translation>
    </message>
    <message>
        <source>both connections were dropped without a Close frame</source>
        <translation>两次连接均在没有关闭帧的情况下断开</translation>
    </message>
    <message numerus="yes">
        <source>all %n connections were dropped without a Close frame</source>
        <translation>
            <numerusform>全部 %n 次连接均在没有关闭帧的情况下断开</numerusform>
        </translation>
    </message>
    <message>
        <source>one dial failed: %1</source>
        <translation>一次连接失败：%1</translation>
    </message>
    <message>
        <source>both dials failed: %1</source>
        <translation>两次连接均失败：%1</translation>
    </message>
    <message numerus="yes">
        <source>all %n dials failed: %1</source>
        <translation>
            <numerusform>全部 %n 次连接均失败：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>the connection ended: %1</source>
        <translation>连接结束：%1</translation>
    </message>
    <message>
        <source>both connections ended alike: %1</source>
        <translation>两次连接以相同方式结束：%1</translation>
    </message>
    <message numerus="yes">
        <source>all %n connections ended alike: %1</source>
        <translation>
            <numerusform>全部 %n 次连接以相同方式结束：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>most ends (%1 of %2): %3</source>
        <translation>多数结束（%1/%2）：%3</translation>
    </message>
    <message>
        <source>watched for %1 of %2</source>
        <translation>监视了 %2 中的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) of pings can&apos;t be read</source>
        <translation>
            <numerusform>%n 个 ping 数据块无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of chart buckets can&apos;t be read</source>
        <translation>
            <numerusform>%n 页图表数据无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the journal, the newest pings, can&apos;t be read</source>
        <translation>
            <numerusform>日志中的 %n 行（最新的 ping）无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) can&apos;t be read</source>
        <translation>
            <numerusform>%n 个事件无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <comment>what can&apos;t be read, when</comment>
        <translation>%1，从 %2 到 %3</translation>
    </message>
    <message>
        <source>“%1”: %2, from %3 to %4</source>
        <comment>peer: what can&apos;t be read, when</comment>
        <translation>“%1”：%2，从 %3 到 %4</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>peer: what can&apos;t be read</comment>
        <translation>“%1”：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n ping(s) are missing from the figures</source>
        <translation>
            <numerusform>%1；统计数字中缺少 %n 个 ping</numerusform>
        </translation>
    </message>
    <message>
        <source>creating the report</source>
        <translation>生成报告</translation>
    </message>
    <message>
        <source>points to %1, perhaps to %2</source>
        <translation>问题可能在%1，也可能在%2</translation>
    </message>
    <message>
        <source>The history is damaged. %1.</source>
        <translation>历史记录已损坏。%1。</translation>
    </message>
    <message>
        <source>down</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>limit of this machine</source>
        <translation>本机限制</translation>
    </message>
    <message>
        <source>choosing the format of the report</source>
        <translation>选择报告的格式</translation>
    </message>
    <message>
        <source>its suffix is not one of .pdf, .png, .html, .csv and .json</source>
        <translation>其扩展名不是 .pdf、.png、.html、.csv 或 .json</translation>
    </message>
    <message>
        <source>%1 · p95 %2</source>
        <comment>above a small chart: share of the time that was open, latency</comment>
        <translation>%1 · P95 %2</translation>
    </message>
    <message>
        <source>The clock of this machine was set forward by %1. Times of this run go on as before.</source>
        <translation>本机时钟被调快了 %1。本次运行的时间仍按原来的时钟计算。</translation>
    </message>
    <message>
        <source>The clock of this machine was set back by %1. Times of this run go on as before.</source>
        <translation>本机时钟被调慢了 %1。本次运行的时间仍按原来的时钟计算。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of peers</comment>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>down for up to %1, to the end</source>
        <translation>断开最长 %1，直到结束</translation>
    </message>
    <message>
        <source>each down for %1</source>
        <translation>各断开 %1</translation>
    </message>
    <message>
        <source>down for %1 to %2</source>
        <translation>断开 %1 至 %2</translation>
    </message>
    <message>
        <source>all %1 peers</source>
        <translation>全部 %1 个对端</translation>
    </message>
    <message>
        <source>%1 of %2 peers</source>
        <translation>%2 个对端中的 %1 个</translation>
    </message>
    <message>
        <source>Those that were alike, of a peer one after the other or of several at the same time, share a row; CSV and JSON have each of them.</source>
        <translation>同一对端连续发生的，或多个对端同时发生的相同事件合并为一行；CSV 和 JSON 中逐一列出。</translation>
    </message>
    <message>
        <source>The others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>flapping</source>
        <comment>connected and lost again and again</comment>
        <translation>反复断连</translation>
    </message>
    <message>
        <source>dialogue failed</source>
        <translation>会话脚本失败</translation>
    </message>
    <message>
        <source>feed silent</source>
        <translation>数据流中断</translation>
    </message>
    <message>
        <source>no pings</source>
        <translation>不发送 ping</translation>
    </message>
    <message>
        <source>a ping every %1</source>
        <translation>每 %1 一次 ping</translation>
    </message>
    <message>
        <source>no ping timeout</source>
        <translation>没有 ping 超时</translation>
    </message>
    <message>
        <source>answers expected within %1</source>
        <translation>应在 %1内应答</translation>
    </message>
    <message>
        <source>connections open within %1</source>
        <translation>%1内打开的连接</translation>
    </message>
    <message>
        <source>slow after %1</source>
        <translation>超过 %1 为慢</translation>
    </message>
    <message>
        <source>slow by the peer&apos;s own past</source>
        <translation>按该对端以往的应答判断慢</translation>
    </message>
    <message>
        <source>closed on a timeout</source>
        <translation>超时后关闭</translation>
    </message>
    <message>
        <source>kept open on a timeout</source>
        <translation>超时后保持打开</translation>
    </message>
    <message>
        <source>does not reconnect</source>
        <translation>不重连</translation>
    </message>
    <message>
        <source>reconnects</source>
        <translation>自动重连</translation>
    </message>
    <message>
        <source>added headers: %1</source>
        <translation>添加的标头：%1</translation>
    </message>
    <message>
        <source>with credentials</source>
        <translation>带凭据</translation>
    </message>
    <message>
        <source>certificate not verified</source>
        <translation>证书未验证</translation>
    </message>
    <message>
        <source>connected to %1</source>
        <translation>连接到 %1</translation>
    </message>
    <message>
        <source>follows redirects</source>
        <translation>跟随重定向</translation>
    </message>
    <message>
        <source>by Qt&apos;s WebSocket client</source>
        <translation>使用 Qt 的 WebSocket 客户端</translation>
    </message>
    <message>
        <source>by Pongwatch&apos;s own WebSocket client</source>
        <translation>使用 Pongwatch 自己的 WebSocket 客户端</translation>
    </message>
    <message>
        <source>measured by a heartbeat in text</source>
        <translation>以文本心跳测量</translation>
    </message>
    <message>
        <source>with first messages of its own</source>
        <translation>有自定义的首批消息</translation>
    </message>
    <message>
        <source>the machine was suspended, or the program was stopped</source>
        <translation>机器曾挂起，或程序曾暂停运行</translation>
    </message>
    <message>
        <source>Messages of its feed</source>
        <translation>数据流消息</translation>
    </message>
    <message>
        <source>Messages of its feed: at most %1</source>
        <translation>数据流消息：最多 %1</translation>
    </message>
    <message>
        <source>Messages of its feed, over time</source>
        <translation>数据流消息随时间的变化</translation>
    </message>
    <message>
        <source>Of its feed, %1 messages came.</source>
        <translation>共收到 %1 条数据流消息。</translation>
    </message>
    <message>
        <source>Of its feed, %1 messages came: %2 on average. It was connected, and the feed went on, for %3 of the time.</source>
        <extracomment>%1 a number, %2 how often in a second, as &quot;12.3/s&quot;; %3 a share</extracomment>
        <translation>共收到 %1 条数据流消息，平均 %2。已连接且数据流正常的时间占 %3。</translation>
    </message>
    <message>
        <source>stale</source>
        <comment>its feed has stopped</comment>
        <translation>数据流中断</translation>
    </message>
    <message>
        <source>Stale for %1</source>
        <translation>数据流中断 %1</translation>
    </message>
    <message>
        <source>Its feed has been stopped for %1; the connection is still open.</source>
        <translation>其数据流已中断 %1；连接仍然保持。</translation>
    </message>
    <message>
        <source>Its feed had stopped for %1; the connection stayed open, and the feed went on.</source>
        <translation>其数据流曾中断 %1；连接一直保持，数据流已恢复。</translation>
    </message>
    <message>
        <source>open, but without its feed for %1</source>
        <translation>连接正常，但数据流中断 %1</translation>
    </message>
    <message>
        <source>Latency from 0 up, each on its own scale, with the state below it; share of the time with an open connection, and what 95 % of the answers stayed below.</source>
        <translation>上方为从 0 开始的延迟（各自的比例尺），下方为状态；并给出连接打开的时间比例和 P95。</translation>
    </message>
    <message>
        <source>The %1 peers that were open least, of %2; CSV and JSON list all of them.</source>
        <translation>%2 个对端中打开时间最少的 %1 个；CSV 和 JSON 包含全部。</translation>
    </message>
    <message>
        <source>In the strips a thin bar is an open connection, a thicker one slow answers, and a bar of full height no connection; a gap means that nothing was watched.</source>
        <translation>在状态条中，细条表示连接打开，较粗的条表示应答慢，满高的条表示没有连接；空白处没有监视。</translation>
    </message>
    <message>
        <source>Its TCP stack acknowledged our bytes meanwhile: the path was up, but its program did not answer.</source>
        <translation>其间对端的 TCP 协议栈确认了我方的字节：路径通畅，而其程序没有应答。</translation>
    </message>
    <message>
        <source>gives up when another dial is unlikely to help</source>
        <translation>再次连接无用时放弃</translation>
    </message>
    <message>
        <source>talks like a client of %1</source>
        <translation>按 %1 客户端的方式通信</translation>
    </message>
    <message>
        <source>no PDF could be started</source>
        <translation>无法开始写入 PDF</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message numerus="yes">
        <source>Half of %n alerts were told within %1, acknowledged %2 later, and over %3 after the trouble began.</source>
        <translation>
            <numerusform>%n 条告警的中位数：%1内发出，再过 %2 确认，故障开始 %3后结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>To tell it</source>
        <translation>发出用时</translation>
    </message>
    <message>
        <source>To acknowledge it</source>
        <translation>确认用时</translation>
    </message>
    <message>
        <source>To recover</source>
        <translation>恢复用时</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>The %1 of %2 with the least error budget left.</source>
        <translation>剩余错误预算最少的 %1 个，共 %2 个。</translation>
    </message>
    <message>
        <source>Peer or group</source>
        <translation>对端或分组</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Open (goal)</source>
        <translation>连接时间占比（目标）</translation>
    </message>
    <message>
        <source>Pings in time (goal)</source>
        <translation>按时应答的 ping（目标）</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Error budget left</source>
        <translation>剩余错误预算</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a share; what it should be</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, within %1</source>
        <comment>a latency, after a share of pings</comment>
        <translation>，%1内</translation>
    </message>
    <message>
        <source>none: missed</source>
        <translation>无：未达标</translation>
    </message>
    <message>
        <source>Examinations</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>What each peer, and what is before it, does with connections, as its last examination found it.</source>
        <translation>各对端及其前面的设备如何处理连接，以最近一次检查的结果为准。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Found on %1.</source>
        <translation>发现于 %1。</translation>
    </message>
    <message>
        <source>examined on %1</source>
        <translation>检查于 %1</translation>
    </message>
    <message>
        <source>Seen by agents in other places</source>
        <translation>其他地方的 agent 看到的情况</translation>
    </message>
    <message>
        <source>A fleet: read from %1 at %2, as seen from %3.</source>
        <translation>多观测点：于 %2 从 %1 读取，观测自 %3。</translation>
    </message>
    <message>
        <source>It could not be read since: %1.</source>
        <translation>此后无法读取：%1。</translation>
    </message>
    <message>
        <source>%1 of its %2 peers, those in trouble first; CSV and JSON list all.</source>
        <translation>其 %2 个对端中的 %1 个，有故障的在前；CSV 和 JSON 列出全部。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Vantages</source>
        <translation>观测点</translation>
    </message>
    <message>
        <source>What all of them tell</source>
        <translation>合起来的结论</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a vantage, what it sees</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a peer, its group</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>partly up</source>
        <comment>up from some places, down from others</comment>
        <translation>部分正常</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a peer&apos;s state</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>Hops of the network path to %1 over time</source>
        <translation>到 %1 的网络路径各跳随时间的变化</translation>
    </message>
    <message>
        <source>Hops of the network path: the darker, the slower, up to %1; what is missing was lost</source>
        <translation>网络路径各跳：越深越慢，最长 %1；缺口为丢失</translation>
    </message>
    <message>
        <source>hop %1</source>
        <translation>第 %1 跳</translation>
    </message>
    <message>
        <source>Network path, traced at %1: %2</source>
        <extracomment>%1 a moment, %2 what a trace has shown, in sentences</extracomment>
        <translation>网络路径，追踪于 %1：%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ReportArchive</name>
    <message>
        <source>it can&apos;t be read; old reports are not removed</source>
        <translation>无法读取；不会移除旧报告</translation>
    </message>
    <message>
        <source>recording which reports were created</source>
        <translation>记录已生成的报告</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ReportCommand</name>
    <message>
        <source>reading the option</source>
        <translation>读取选项</translation>
    </message>
    <message>
        <source>“%1” is neither %2 nor %3</source>
        <translation>“%1”既不是 %2 也不是 %3</translation>
    </message>
    <message>
        <source>Size of PDF pages (a4)</source>
        <translation>PDF 页面的大小（a4）</translation>
    </message>
    <message>
        <source>Colours of the PDF and PNG (light)</source>
        <translation>PDF 和 PNG 的配色（light）</translation>
    </message>
    <message>
        <source>PNG scale factor; 1 is 1,200 pixels across (2)</source>
        <translation>PNG 横向 1,200 个单位中每单位的像素数（2）</translation>
    </message>
    <message>
        <source>Read the measurements from this file</source>
        <translation>从此文件读取测量结果</translation>
    </message>
    <message>
        <source>Start of the range: 2026-11-01, 2026-11-01T08:00:00Z, -24h, -7d, today, yesterday (the first measurement)</source>
        <translation>起始时间：2026-11-01、2026-11-01T08:00:00Z、-24h、-7d、today、yesterday（首次测量）</translation>
    </message>
    <message>
        <source>End of the range; a date means its midnight (the last measurement)</source>
        <translation>结束时间；日期表示其零点（最后一次测量）</translation>
    </message>
    <message>
        <source>Include this peer (all). Repeatable.</source>
        <translation>报告此对端；可重复（全部）</translation>
    </message>
    <message>
        <source>Write this file; the suffix chooses the format: .pdf .html .png .csv .json. Repeatable.</source>
        <translation>写入此文件，格式由扩展名决定：.pdf .html .png .csv .json；可重复</translation>
    </message>
    <message>
        <source>Title of the report</source>
        <translation>报告的标题</translation>
    </message>
    <message>
        <source>A note for the reader</source>
        <translation>给读者的备注</translation>
    </message>
    <message>
        <source>Time zone, such as Europe/Berlin or UTC (the system&apos;s)</source>
        <translation>如 Europe/Berlin 或 UTC（系统时区）</translation>
    </message>
    <message>
        <source>Language of the report, such as zh_CN (the system&apos;s)</source>
        <translation>报告的语言，如 zh_CN（跟随系统）</translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>report takes options only; files to write are given with -o</source>
        <translation>report 只接受选项；要写入的文件用 -o 给出</translation>
    </message>
    <message>
        <source>it is missing; it names the file to read</source>
        <translation>缺失；它指定报告所依据的文件</translation>
    </message>
    <message>
        <source>it is missing; it names the file to write</source>
        <translation>缺失；它指定要写入的文件</translation>
    </message>
    <message>
        <source>“%1” is not a time zone; one looks like Europe/Berlin</source>
        <translation>“%1”不是时区；时区的写法如 Europe/Berlin</translation>
    </message>
    <message>
        <source>Reading the history:</source>
        <translation>读取历史记录：</translation>
    </message>
    <message>
        <source>“%1” is damaged: %2</source>
        <translation>“%1”已损坏：%2</translation>
    </message>
    <message>
        <source>Creates reports of what was measured: PDF, HTML, PNG, CSV or JSON.</source>
        <translation>将测量结果生成报告：PDF、HTML、PNG、CSV 或 JSON。</translation>
    </message>
    <message>
        <source>The last seven days of every peer.</source>
        <translation>每个对端最近七天的数据。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>&amp;Range:</source>
        <translation>范围(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;From, to:</source>
        <translation>从，到(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Peers:</source>
        <translation>对端(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>标题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>备注(&amp;N)：</translation>
    </message>
    <message>
        <source>F&amp;ile:</source>
        <translation>文件(&amp;I)：</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>PNG %1×</source>
        <translation>PNG %1×</translation>
    </message>
    <message>
        <source>WebSocket connections</source>
        <translation>WebSocket 连接</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>&amp;Save Report</source>
        <translation>保存报告(&amp;S)</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Resolution of the PNG</source>
        <translation>PNG 的分辨率</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>范围的结束早于开始。</translation>
    </message>
    <message>
        <source>The file has no name.</source>
        <translation>文件没有名称。</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last calendar month</source>
        <translation>上个自然月</translation>
    </message>
    <message>
        <source>Formats:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>Appearance:</source>
        <translation>外观：</translation>
    </message>
    <message>
        <source>A note for the reader</source>
        <translation>读者应了解的内容</translation>
    </message>
    <message>
        <source>Paper size of the PDF</source>
        <translation>PDF 的纸张</translation>
    </message>
    <message>
        <source>Colours of the PDF and PNG</source>
        <translation>PDF 和 PNG 的配色</translation>
    </message>
    <message>
        <source>Creating the preview…</source>
        <translation>正在生成预览…</translation>
    </message>
    <message>
        <source>No peer is selected.</source>
        <translation>未选择对端。</translation>
    </message>
    <message>
        <source>No format is selected.</source>
        <translation>未选择格式。</translation>
    </message>
    <message>
        <source>Since the program started</source>
        <translation>自程序启动以来</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ReportFeature</name>
    <message>
        <source>Save &amp;Screenshot</source>
        <translation>保存屏幕截图(&amp;S)</translation>
    </message>
    <message>
        <source>Save a picture of the window (Ctrl+Shift+S)</source>
        <translation>保存窗口的图片 (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>&amp;Copy Screenshot</source>
        <translation>复制屏幕截图(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n files in %1.</source>
        <translation>
            <numerusform>已在 %1 中保存 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pongwatch report $date</source>
        <comment>a file name</comment>
        <translation>Pongwatch 报告 $date</translation>
    </message>
    <message>
        <source>The report was not saved: %1.</source>
        <translation>报告未保存：%1。</translation>
    </message>
    <message>
        <source>Create a report of what was measured (Ctrl+Shift+R)</source>
        <translation>将测量结果生成报告 (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>Screenshot copied to the clipboard.</source>
        <translation>屏幕截图已在剪贴板中。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ReportScheduleDialog</name>
    <message>
        <source>Automatic Reports</source>
        <translation>自动报告</translation>
    </message>
    <message>
        <source>&amp;When:</source>
        <translation>时机(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Every:</source>
        <translation>每隔(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Day:</source>
        <translation>日期(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>时间(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Keep:</source>
        <translation>保留(&amp;K)：</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>At an interval</source>
        <translation>按间隔</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>At each incident</source>
        <translation>每次事件</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>at most </source>
        <comment>before a number of files</comment>
        <translation>最多 </translation>
    </message>
    <message>
        <source> files</source>
        <translation> 个文件</translation>
    </message>
    <message>
        <source>any number of files</source>
        <translation>文件数不限</translation>
    </message>
    <message>
        <source>at most </source>
        <comment>before a size</comment>
        <translation>最多 </translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>大小不限</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>default</source>
        <comment>a workspace&apos;s name</comment>
        <translation>默认值</translation>
    </message>
    <message>
        <source>all</source>
        <comment>peers</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>For example “%1”</source>
        <translation>例如“%1”</translation>
    </message>
    <message>
        <source>Folder for Reports</source>
        <translation>报告的文件夹</translation>
    </message>
    <message>
        <source>The next one: “%1”</source>
        <translation>下一份：“%1”</translation>
    </message>
    <message>
        <source>Formats:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>&amp;Create One Now</source>
        <translation>立即生成一份(&amp;M)</translation>
    </message>
    <message>
        <source>$workspace, $peer, $date and $time are replaced by their values</source>
        <translation>$workspace、$peer、$date 和 $time 分别代表工作区、对端、日期和时间</translation>
    </message>
    <message>
        <source>Only reports that were created automatically are removed, oldest first</source>
        <translation>移除自动生成的最旧报告；不移除其他文件</translation>
    </message>
    <message>
        <source>Maximum number of files</source>
        <translation>最大文件数</translation>
    </message>
    <message>
        <source>Maximum total size of the files</source>
        <translation>所有文件的最大总大小</translation>
    </message>
    <message>
        <source>No folder is selected.</source>
        <translation>未选择文件夹。</translation>
    </message>
    <message>
        <source>No format is selected.</source>
        <translation>未选择格式。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ReportScheduleFeature</name>
    <message>
        <source>&amp;Automatic Reports…</source>
        <translation>自动报告(&amp;A)…</translation>
    </message>
    <message>
        <source>all</source>
        <comment>peers</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>unsaved</source>
        <comment>a workspace&apos;s name</comment>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n files in %1.</source>
        <translation>
            <numerusform>已在 %1 中保存 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Create reports at an interval, daily, weekly, or at each incident</source>
        <translation>按间隔、每天、每周或在每次事件时生成报告</translation>
    </message>
    <message>
        <source>No report was created: the folder %1 can&apos;t be created.</source>
        <translation>没有生成报告：无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>No report was created: %1.</source>
        <translation>没有生成报告：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 Retrying every %n minutes.</source>
        <extracomment>after a sentence that says what went wrong</extracomment>
        <translation>
            <numerusform>%1 将每 %n 分钟重试一次。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::RescueFeature</name>
    <message>
        <source>Unsaved Changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Pongwatch ended before a new workspace was saved.</source>
        <translation>Pongwatch 结束时，新工作区尚未保存。</translation>
    </message>
    <message>
        <source>Pongwatch ended before the changes of “%1” were saved.</source>
        <translation>Pongwatch 结束时，“%1”的更改尚未保存。</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>稍后(&amp;L)</translation>
    </message>
    <message>
        <source>restoring unsaved changes</source>
        <translation>恢复未保存的更改</translation>
    </message>
    <message numerus="yes">
        <source>They were saved separately at %1, with %n peers. Restoring them can be undone.</source>
        <translation>
            <numerusform>这些更改（含 %n 个对端）已于 %1 另行保留。恢复后可以撤销。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::RuleDialog</name>
    <message>
        <source>Tell when it is over</source>
        <translation>结束时告知</translation>
    </message>
    <message>
        <source>New Alert Rule</source>
        <translation>新告警规则</translation>
    </message>
    <message>
        <source>Alert Rule</source>
        <translation>告警规则</translation>
    </message>
    <message>
        <source> s</source>
        <comment>unit: seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source> min</source>
        <comment>unit: minutes</comment>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Tell when:</source>
        <translation>何时告警(&amp;T)：</translation>
    </message>
    <message>
        <source>O&amp;ver when well for:</source>
        <translation>恢复正常多久后结束(&amp;V)：</translation>
    </message>
    <message>
        <source>&amp;Escalate when not acknowledged for:</source>
        <translation>多久未确认则升级(&amp;E)：</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>告知方式</translation>
    </message>
    <message>
        <source>Escalated by</source>
        <translation>升级方式</translation>
    </message>
    <message>
        <source>Told by:</source>
        <translation>告知方式：</translation>
    </message>
    <message>
        <source>Escalated by (none: the same):</source>
        <translation>升级方式（不选则相同）：</translation>
    </message>
    <message>
        <source>A state lasts</source>
        <translation>某状态持续</translation>
    </message>
    <message>
        <source>States:</source>
        <translation>状态：</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>持续：</translation>
    </message>
    <message>
        <source>After failed dials:</source>
        <translation>拨号失败次数之后：</translation>
    </message>
    <message>
        <source>Down counts only after so many dials have failed since it began</source>
        <translation>自开始起失败这么多次拨号后才算中断</translation>
    </message>
    <message>
        <source>Of the last pings, some were missed</source>
        <translation>最近的 ping 中有未应答</translation>
    </message>
    <message>
        <source>Missed:</source>
        <translation>未应答：</translation>
    </message>
    <message>
        <source>Of the last:</source>
        <translation>最近：</translation>
    </message>
    <message>
        <source>Slow answers count, too</source>
        <translation>慢应答也计入</translation>
    </message>
    <message>
        <source>A figure is above a limit</source>
        <translation>某指标高于限值</translation>
    </message>
    <message>
        <source>Figure:</source>
        <translation>指标：</translation>
    </message>
    <message>
        <source>Above:</source>
        <translation>高于：</translation>
    </message>
    <message>
        <source>Well again at:</source>
        <translation>恢复于：</translation>
    </message>
    <message>
        <source>Over:</source>
        <translation>时长：</translation>
    </message>
    <message>
        <source>At least pings:</source>
        <translation>至少 ping 数：</translation>
    </message>
    <message>
        <source> %</source>
        <comment>unit</comment>
        <translation> %</translation>
    </message>
    <message>
        <source> ms</source>
        <comment>unit</comment>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>A figure is above this peer&apos;s own past</source>
        <translation>某指标高于该对端自身的过去</translation>
    </message>
    <message>
        <source>Times the usual at this time of the day:</source>
        <translation>每天此时通常值的倍数：</translation>
    </message>
    <message>
        <source>And by at least:</source>
        <translation>且至少高出：</translation>
    </message>
    <message>
        <source>Connections end again and again</source>
        <translation>连接反复结束</translation>
    </message>
    <message>
        <source>Ends:</source>
        <translation>次数：</translation>
    </message>
    <message>
        <source>Within:</source>
        <translation>在此时间内：</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Causes (none checked: any):</source>
        <translation>原因（不选则为任意）：</translation>
    </message>
    <message>
        <source>The certificate expires soon</source>
        <translation>证书即将到期</translation>
    </message>
    <message>
        <source> days</source>
        <comment>unit</comment>
        <translation> 天</translation>
    </message>
    <message>
        <source>An error budget is used up too fast</source>
        <translation>错误预算消耗过快</translation>
    </message>
    <message>
        <source>the first one</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Objective:</source>
        <translation>目标：</translation>
    </message>
    <message>
        <source>Times as fast as it lasts:</source>
        <translation>可持续速度的倍数：</translation>
    </message>
    <message>
        <source> h</source>
        <comment>unit: hours</comment>
        <translation> 小时</translation>
    </message>
    <message>
        <source>And lately, over:</source>
        <translation>且最近，时长：</translation>
    </message>
    <message>
        <source>A share of a group is down</source>
        <translation>分组中一部分中断</translation>
    </message>
    <message>
        <source>Share:</source>
        <translation>占比：</translation>
    </message>
    <message>
        <source>This machine is late</source>
        <translation>本机处理延迟</translation>
    </message>
    <message>
        <source>By more than:</source>
        <translation>超过：</translation>
    </message>
    <message>
        <source>At least once in:</source>
        <translation>在此时间内至少一次：</translation>
    </message>
    <message>
        <source>At least one state must be checked.</source>
        <translation>至少要选一个状态。</translation>
    </message>
    <message>
        <source>The limit must be more than 0.</source>
        <translation>限值必须大于 0。</translation>
    </message>
    <message>
        <source>Tells: %1</source>
        <comment>when a rule tells</comment>
        <translation>告警条件：%1</translation>
    </message>
</context>
<context>
    <name>Pongwatch::RunDelivery</name>
    <message>
        <source>alerts can&apos;t be sent by “%1”: %2</source>
        <translation>无法通过“%1”发送告警：%2</translation>
    </message>
    <message>
        <source>an alert could not be delivered by “%1”: %2</source>
        <translation>无法通过“%1”送达一条告警：%2</translation>
    </message>
    <message>
        <source>an alert could not be delivered by “%1” yet: %2</source>
        <translation>暂时无法通过“%1”送达一条告警：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts could not be delivered</source>
        <translation>
            <numerusform>%n 条告警未能送达</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts are not delivered yet, and are kept for the next run with this workspace</source>
        <translation>
            <numerusform>%n 条告警尚未送达，已保留到下次使用此工作区运行时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::RunWindow</name>
    <message>
        <source>unsaved changes were saved to %1</source>
        <translation>未保存的更改已放入 %1</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SecretStore</name>
    <message>
        <source>reading the secret</source>
        <translation>读取凭据</translation>
    </message>
    <message>
        <source>there is none of that name</source>
        <translation>没有这个名称的凭据</translation>
    </message>
    <message>
        <source>reading the environment variable</source>
        <translation>读取环境变量</translation>
    </message>
    <message>
        <source>it is not set</source>
        <translation>它未设置</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>there is no token</source>
        <translation>没有令牌</translation>
    </message>
    <message>
        <source>there is no token: %1 is empty</source>
        <translation>没有令牌：%1 为空</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SecretValue</name>
    <message>
        <source>different values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>none; a secret, or $VARIABLE</source>
        <translation>无；凭据或 $VARIABLE</translation>
    </message>
    <message>
        <source>after $, write the name of an environment variable: letters, digits and _</source>
        <translation>$ 之后应为环境变量的名称，由字母、数字和 _ 组成</translation>
    </message>
    <message>
        <source>saved; type to replace it</source>
        <translation>已保存；输入以替换</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SelectionFeature</name>
    <message>
        <source>Select &amp;All Peers</source>
        <translation>选择所有对端(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;None (Overview of All Peers)</source>
        <translation>取消选择：综览所有对端(&amp;N)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SelectionPage</name>
    <message>
        <source>Selected peers</source>
        <translation>所选对端</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>Selected peers: %1</source>
        <translation>所选对端：%1</translation>
    </message>
    <message>
        <source>All peers: %1</source>
        <translation>所有对端：%1</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <comment>peers</comment>
        <translation>
            <numerusform>还有 %Ln 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs attention: %1</source>
        <translation>需要关注：%1</translation>
    </message>
    <message>
        <source>Comparing the worst %1 of %2 peers.</source>
        <comment>numbers</comment>
        <translation>比较 %2 个对端中最差的 %1 个。</translation>
    </message>
    <message>
        <source>What the inspector shows</source>
        <translation>检查器显示的内容</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Nothing needs a look.</source>
        <translation>没有需要关注的对端。</translation>
    </message>
    <message>
        <source>Peers found: %1</source>
        <translation>找到的对端：%1</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ServeCommand</name>
    <message>
        <source>Runs the demo peers, which misbehave on purpose, for other clients.</source>
        <translation>为其他客户端运行故意出错的演示对端。</translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>serve takes no arguments</source>
        <translation>serve 不带参数</translation>
    </message>
    <message>
        <source>Address to listen on; port 0 picks a free one (127.0.0.1:0)</source>
        <translation>监听的地址；端口 0 表示任选空闲端口（127.0.0.1:0）</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SettingPages</name>
    <message>
        <source>%1, or “%2”</source>
        <comment>what a time must be, and the word for none</comment>
        <translation>%1，或“%2”</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>must be a number of 1 or more</source>
        <translation>必须是不小于 1 的数字</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Keepalive</source>
        <translation>保活</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>重连</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Headers and Sign-in</source>
        <translation>标头与登录</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>%1 proxy</source>
        <comment>what a secret is for</comment>
        <translation>%1 代理</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>auto</source>
        <comment>the word for a limit that follows the peer&apos;s past</comment>
        <translation>自动</translation>
    </message>
    <message>
        <source>%1, “%2” or “%3”</source>
        <comment>what a time must be, and the words for others</comment>
        <translation>%1、“%2”或“%3”</translation>
    </message>
    <message>
        <source>&amp;Ping every</source>
        <translation>ping 间隔(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Time out after</source>
        <translation>超时时限(&amp;T)</translation>
    </message>
    <message>
        <source>Off: the peer is pinged and measured, and never given up.</source>
        <translation>关闭时：仍会 ping 和测量对端，但不会因超时放弃。</translation>
    </message>
    <message>
        <source>&amp;Give up dialling after</source>
        <translation>放弃连接的时限(&amp;G)</translation>
    </message>
    <message>
        <source>Name, TCP, TLS and upgrade together.</source>
        <translation>域名解析、TCP、TLS 和升级的总时间。</translation>
    </message>
    <message>
        <source>Wait for the &amp;close</source>
        <translation>等待关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Slow after</source>
        <translation>慢的界限(&amp;S)</translation>
    </message>
    <message>
        <source>Answers that take longer are marked, and the peer is shown as slow.</source>
        <translation>超过此时间的应答会被标记，对端显示为慢。</translation>
    </message>
    <message>
        <source>&amp;On a timeout</source>
        <translation>超时后(&amp;O)</translation>
    </message>
    <message>
        <source>Close, then reconnect</source>
        <translation>关闭，然后重连</translation>
    </message>
    <message>
        <source>Flag it and continue</source>
        <translation>标记并继续</translation>
    </message>
    <message>
        <source>&amp;First ping</source>
        <translation>首次 ping(&amp;F)</translation>
    </message>
    <message>
        <source>Within the first interval, pings of connections that open together are spread out.</source>
        <translation>在第一个间隔内时，同时打开的各连接的 ping 会错开。</translation>
    </message>
    <message>
        <source>Within the first interval</source>
        <translation>在第一个间隔内</translation>
    </message>
    <message>
        <source>As soon as it is open</source>
        <translation>打开后立即</translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation>重连(&amp;R)</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>&amp;First wait at most</source>
        <translation>首次等待最多(&amp;F)</translation>
    </message>
    <message>
        <source>Random, so that many peers don&apos;t come back at once.</source>
        <translation>随机取值，避免大量对端同时重连。</translation>
    </message>
    <message>
        <source>&amp;Second wait</source>
        <translation>第二次等待(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Growth factor</source>
        <translation>增长系数(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Longest wait</source>
        <translation>最长等待(&amp;L)</translation>
    </message>
    <message>
        <source>Start &amp;over after</source>
        <translation>重新计算的条件(&amp;O)</translation>
    </message>
    <message>
        <source>A connection that has been open this long counts as stable.</source>
        <translation>打开这么久的连接视为稳定。</translation>
    </message>
    <message>
        <source>Give &amp;up</source>
        <translation>放弃(&amp;U)</translation>
    </message>
    <message>
        <source>After an answer that another dial is unlikely to change: a bad certificate, 403 Forbidden.</source>
        <translation>收到再次连接也不太可能改变的应答后：证书错误、403 Forbidden。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>标头(&amp;H)</translation>
    </message>
    <message>
        <source>Name: value, one per line</source>
        <translation>名称: 值，每行一个</translation>
    </message>
    <message>
        <source>Sub-p&amp;rotocols</source>
        <translation>子协议(&amp;R)</translation>
    </message>
    <message>
        <source>none; separate several with commas</source>
        <translation>无；多个用逗号分隔</translation>
    </message>
    <message>
        <source>&amp;Origin</source>
        <translation>Origin(&amp;O)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Sign in with</source>
        <translation>登录方式(&amp;S)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>User and password (basic)</source>
        <translation>用户名和密码 (basic)</translation>
    </message>
    <message>
        <source>A token (bearer)</source>
        <translation>令牌 (bearer)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password or token</source>
        <translation>密码或令牌(&amp;P)</translation>
    </message>
    <message>
        <source>Stored outside the file. $NAME takes it from the environment.</source>
        <translation>保存在文件之外。$NAME 表示取自环境变量。</translation>
    </message>
    <message>
        <source>&amp;Verify the certificate</source>
        <translation>验证证书(&amp;V)</translation>
    </message>
    <message>
        <source>While this is off, the peer is marked in the list.</source>
        <translation>关闭时，列表中会标记该对端。</translation>
    </message>
    <message>
        <source>Certificate &amp;authorities</source>
        <translation>证书颁发机构(&amp;A)</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>系统的</translation>
    </message>
    <message>
        <source>&amp;Client certificate</source>
        <translation>客户端证书(&amp;C)</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>客户端密钥(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>代理(&amp;P)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>C&amp;onnect to</source>
        <translation>连接到(&amp;O)</translation>
    </message>
    <message>
        <source>Try one server behind a name: 10.0.0.7:443. The Host header and the certificate&apos;s name stay those of the URL.</source>
        <translation>测试域名背后的某台服务器：10.0.0.7:443。Host 标头和证书名称仍按 URL。</translation>
    </message>
    <message>
        <source>the host of the URL</source>
        <translation>URL 中的主机</translation>
    </message>
    <message>
        <source>&amp;Follow redirects</source>
        <translation>跟随重定向(&amp;F)</translation>
    </message>
    <message>
        <source>At most 5, never from wss to ws. Credentials go to the same origin only.</source>
        <translation>最多 5 次，绝不从 wss 转到 ws。凭据只发送给同一来源。</translation>
    </message>
    <message>
        <source>&amp;WebSocket client</source>
        <translation>WebSocket 客户端(&amp;W)</translation>
    </message>
    <message>
        <source>Qt&apos;s (QWebSocket)</source>
        <translation>Qt 的 (QWebSocket)</translation>
    </message>
    <message>
        <source>Pongwatch&apos;s own (wire)</source>
        <translation>Pongwatch 自己的 (wire)</translation>
    </message>
    <message>
        <source>&amp;Addresses</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>IPv4 and IPv6</source>
        <translation>IPv4 和 IPv6</translation>
    </message>
    <message>
        <source>Only IPv4</source>
        <translation>仅 IPv4</translation>
    </message>
    <message>
        <source>Only IPv6</source>
        <translation>仅 IPv6</translation>
    </message>
    <message>
        <source>&amp;Largest message</source>
        <translation>最大消息(&amp;L)</translation>
    </message>
    <message>
        <source>A larger one ends the connection with 1009.</source>
        <translation>更大的消息会以 1009 结束连接。</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>A text message sent instead of each ping, for servers that don&apos;t answer pings. %1 in it is replaced by a new value each time.</source>
        <translation>代替每次 ping 发送的文本消息，用于不应答 ping 的服务器。其中的 %1 每次替换为新的值。</translation>
    </message>
    <message>
        <source>nothing: ping frames are sent</source>
        <translation>无：发送 ping 帧</translation>
    </message>
    <message>
        <source>&amp;Expect</source>
        <translation>预期应答(&amp;E)</translation>
    </message>
    <message>
        <source>A regular expression that the answer must match; %1 stands for the value that was sent.</source>
        <translation>应答必须匹配的正则表达式；%1 表示发送的值。</translation>
    </message>
    <message>
        <source>any text message</source>
        <translation>任意文本消息</translation>
    </message>
    <message>
        <source>&amp;Written as</source>
        <translation>写法(&amp;W)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Bytes in hexadecimal digits</source>
        <translation>十六进制字节</translation>
    </message>
    <message>
        <source>Bytes in Base64</source>
        <translation>Base64 字节</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;arameters</source>
        <translation>参数(&amp;A)</translation>
    </message>
    <message>
        <source>When &amp;opened</source>
        <translation>打开后(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Answers</source>
        <translation>应答(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Feed</source>
        <translation>数据流(&amp;F)</translation>
    </message>
    <message>
        <source>not waited for</source>
        <translation>不等待</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>会话脚本</translation>
    </message>
    <message>
        <source>If in doubt whether the client or the peer is at fault, try the other one.</source>
        <translation>若不确定问题出在客户端还是对端，可换用另一种客户端。</translation>
    </message>
    <message>
        <source>What clients of this service say. Steps and rules of your own come after its.</source>
        <translation>此服务的客户端所发送的内容。您自己的步骤和规则排在其后。</translation>
    </message>
    <message>
        <source>What the preset asks for. Write secrets as $VARIABLE or keychain:NAME: what is typed here stands in the file.</source>
        <translation>预设所需的参数。凭据请写成 $变量 或 keychain:名称：此处输入的内容会保存在文件中。</translation>
    </message>
    <message>
        <source>What is sent first, and what must come before the peer counts as open. Secrets as $VARIABLE or ${keychain:NAME}.</source>
        <translation>首先发送的内容，以及收到什么之后才算连接就绪。凭据写作 $变量 或 ${keychain:名称}。</translation>
    </message>
    <message>
        <source>Whenever such a message comes, this is sent; $1 is what the first brackets matched.</source>
        <translation>每当收到此类消息就发送此内容；$1 为第一个括号所匹配的内容。</translation>
    </message>
    <message>
        <source>Without such a message for so long, the peer is stale: a feed that stops while pongs go on.</source>
        <translation>超过此时间未收到此类消息，即判定数据流中断：Pong 仍在继续，而数据流已停止。</translation>
    </message>
    <message>
        <source>When it is unlikely to help</source>
        <translation>重连无用时</translation>
    </message>
    <message>
        <source>No: anybody may answer</source>
        <translation>否：任何服务器都可应答</translation>
    </message>
    <message>
        <source>&amp;Trace at a failure</source>
        <translation>故障时跟踪路径(&amp;T)</translation>
    </message>
    <message>
        <source>When the network seems to be at fault, probes show which hop it is. They need the package mtr-tiny.</source>
        <translation>网络疑似有问题时，通过探测找出是哪一跳。需要安装 mtr-tiny 软件包。</translation>
    </message>
    <message>
        <source>Trace &amp;every</source>
        <translation>跟踪间隔(&amp;E)</translation>
    </message>
    <message>
        <source>While the connection is open, to know how the path is when all is well. With TCP, each is five short connections.</source>
        <translation>连接正常期间定期跟踪，以了解正常时的路径。使用 TCP 时，每次跟踪会建立五个短连接。</translation>
    </message>
    <message>
        <source>&amp;Probes</source>
        <translation>探测方式(&amp;P)</translation>
    </message>
    <message>
        <source>TCP to the peer&apos;s port</source>
        <translation>TCP（对端端口）</translation>
    </message>
    <message>
        <source>ICMP echo</source>
        <translation>ICMP 回显</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>Network Path</source>
        <translation>网络路径</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SettingRow</name>
    <message>
        <source>Own value</source>
        <translation>自有值</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>from group %1</source>
        <translation>来自分组 %1</translation>
    </message>
    <message>
        <source>from the workspace</source>
        <translation>来自工作区</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>继承</translation>
    </message>
    <message>
        <source>Give it its own value, which no longer follows the inherited one</source>
        <translation>设为自有值，不再跟随</translation>
    </message>
    <message>
        <source>Inherit it again</source>
        <translation>恢复继承</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>a setting, where it comes from, what the button does</comment>
        <translation>%1：%2。%3</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Settings</name>
    <message>
        <source>reading the URL</source>
        <translation>读取 URL</translation>
    </message>
    <message>
        <source>it is empty; a URL looks like wss://host/path</source>
        <translation>它是空的；URL 的格式如 wss://host/path</translation>
    </message>
    <message>
        <source>it has no scheme; write ws:// or wss:// in front</source>
        <translation>它没有协议；请在前面加上 ws:// 或 wss://</translation>
    </message>
    <message>
        <source>the port %1 is not between 1 and 65535</source>
        <translation>端口 %1 不在 1 与 65535 之间</translation>
    </message>
    <message>
        <source>it is not a valid URL (%1)</source>
        <translation>它不是有效的 URL（%1）</translation>
    </message>
    <message>
        <source>the scheme is %1; WebSocket URLs start with ws:// or wss://</source>
        <translation>协议为 %1；WebSocket URL 以 ws:// 或 wss:// 开头</translation>
    </message>
    <message>
        <source>it names no host</source>
        <translation>它没有给出主机</translation>
    </message>
    <message>
        <source>it has a fragment (#%1), which RFC 6455 forbids</source>
        <translation>它带有片段（#%1），RFC 6455 禁止这样做</translation>
    </message>
    <message>
        <source>reading the header</source>
        <translation>读取标头</translation>
    </message>
    <message>
        <source>it is not of the form &apos;Name: value&apos;</source>
        <translation>格式应为“Name: value”</translation>
    </message>
    <message>
        <source>its name has a character that RFC 9110 does not allow</source>
        <translation>其名称含有 RFC 9110 不允许的字符</translation>
    </message>
    <message>
        <source>the WebSocket handshake sets it itself</source>
        <translation>它由 WebSocket 握手自行设置</translation>
    </message>
    <message>
        <source>its value has a line break</source>
        <translation>其值含有换行符</translation>
    </message>
    <message>
        <source>its value has a character (U+%1) that a header can&apos;t carry</source>
        <translation>其值含有标头不能携带的字符（U+%1）</translation>
    </message>
    <message>
        <source>reading the heartbeat</source>
        <translation>读取心跳</translation>
    </message>
    <message>
        <source>there is nothing to send</source>
        <translation>没有要发送的内容</translation>
    </message>
    <message>
        <source>it is longer than %1 characters</source>
        <translation>它长于 %1 个字符</translation>
    </message>
    <message>
        <source>the expected answer is not a regular expression: %1, at character %2</source>
        <translation>预期应答不是正则表达式：%1，位于第 %2 个字符</translation>
    </message>
    <message>
        <source>reading the address to connect to</source>
        <translation>读取要连接的地址</translation>
    </message>
    <message>
        <source>after unix: comes an absolute path, as in unix:/run/app.sock</source>
        <translation>unix: 之后应为绝对路径，如 unix:/run/app.sock</translation>
    </message>
    <message>
        <source>a socket&apos;s path has at most %1 bytes</source>
        <translation>套接字路径最长为 %1 字节</translation>
    </message>
    <message>
        <source>the path has a control character</source>
        <translation>路径含有控制字符</translation>
    </message>
    <message>
        <source>it is not of the form HOST:PORT, [IPv6 address]:PORT or unix:PATH</source>
        <translation>格式应为 HOST:PORT、[IPv6 地址]:PORT 或 unix:PATH</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ShortDay</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day of another year, see QDate::toString</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day on an axis, see QDate::toString</comment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ShortTitle</name>
    <message>
        <source>TLS: certificate expired</source>
        <translation>TLS：证书已过期</translation>
    </message>
    <message>
        <source>TLS: certificate not valid yet</source>
        <translation>TLS：证书尚未生效</translation>
    </message>
    <message>
        <source>TLS: certificate for another host</source>
        <translation>TLS：证书属于其他主机</translation>
    </message>
    <message>
        <source>TLS: certificate self-signed</source>
        <translation>TLS：证书为自签名</translation>
    </message>
    <message>
        <source>TLS: issuer not trusted</source>
        <translation>TLS：颁发者不受信任</translation>
    </message>
    <message>
        <source>TLS: certificate revoked</source>
        <translation>TLS：证书已吊销</translation>
    </message>
    <message>
        <source>TLS: no common protocol version</source>
        <translation>TLS：没有共同的协议版本</translation>
    </message>
    <message>
        <source>TLS: client certificate refused</source>
        <translation>TLS：客户端证书被拒绝</translation>
    </message>
    <message>
        <source>TLS: the server does not speak it</source>
        <translation>TLS：服务器不支持</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>Dial given up here</source>
        <translation>本端放弃连接</translation>
    </message>
    <message>
        <source>Closed here</source>
        <translation>本端关闭</translation>
    </message>
    <message>
        <source>Closed here: program ended</source>
        <translation>本端关闭：程序结束</translation>
    </message>
    <message>
        <source>Closed here: %1 %2</source>
        <translation>本端关闭：%1 %2</translation>
    </message>
    <message>
        <source>No pong for %1: path silent</source>
        <translation>%1内没有 pong：链路静默</translation>
    </message>
    <message>
        <source>No pong for %1: peer silent</source>
        <translation>%1内没有 pong：对端静默</translation>
    </message>
    <message>
        <source>No pong for %1</source>
        <translation>%1内没有 pong</translation>
    </message>
    <message>
        <source>Not open after %1: name lookup</source>
        <translation>%1后仍未连上（域名解析阶段）</translation>
    </message>
    <message>
        <source>Not open after %1: TCP</source>
        <translation>%1后仍未连上（TCP阶段）</translation>
    </message>
    <message>
        <source>Not open after %1: proxy</source>
        <translation>%1后仍未连上（代理阶段）</translation>
    </message>
    <message>
        <source>Not open after %1: TLS</source>
        <translation>%1后仍未连上（TLS阶段）</translation>
    </message>
    <message>
        <source>Not open after %1: upgrade</source>
        <translation>%1后仍未连上（协议升级阶段）</translation>
    </message>
    <message>
        <source>Peer closed without a code</source>
        <translation>对端关闭，无关闭码</translation>
    </message>
    <message>
        <source>Peer closed: %1 %2</source>
        <translation>对端关闭：%1 %2</translation>
    </message>
    <message>
        <source>Ended without Close after %1</source>
        <translation>%1后结束，没有关闭帧</translation>
    </message>
    <message>
        <source>Ended before it was open</source>
        <translation>在打开之前结束</translation>
    </message>
    <message>
        <source>Reset after %1</source>
        <translation>%1后重置</translation>
    </message>
    <message>
        <source>Reset before it was open</source>
        <translation>在打开之前重置</translation>
    </message>
    <message>
        <source>Host name not resolved</source>
        <translation>主机名无法解析</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>Handshake rejected: HTTP %1</source>
        <translation>握手被拒绝：HTTP %1</translation>
    </message>
    <message>
        <source>Handshake rejected</source>
        <translation>握手被拒绝</translation>
    </message>
    <message>
        <source>Invalid answer to the handshake</source>
        <translation>握手应答无效</translation>
    </message>
    <message>
        <source>Protocol error of the peer</source>
        <translation>对端协议错误</translation>
    </message>
    <message>
        <source>Message too big</source>
        <translation>消息过大</translation>
    </message>
    <message>
        <source>Proxy failed</source>
        <translation>代理失败</translation>
    </message>
    <message>
        <source>Network error</source>
        <translation>网络错误</translation>
    </message>
    <message>
        <source>TLS: certificate without host names</source>
        <translation>TLS：证书中没有主机名</translation>
    </message>
    <message>
        <source>TLS: certificate too weak</source>
        <translation>TLS：证书强度不足</translation>
    </message>
    <message>
        <source>TLS: invalid certificate chain</source>
        <translation>TLS：证书链无效</translation>
    </message>
    <message>
        <source>TLS: client certificate wanted</source>
        <translation>TLS：需要客户端证书</translation>
    </message>
    <message>
        <source>TLS: host name unknown to the server</source>
        <translation>TLS：服务器不认识此主机名</translation>
    </message>
    <message>
        <source>TLS: no common ciphers</source>
        <translation>TLS：没有共同的加密套件</translation>
    </message>
    <message>
        <source>TLS: no common application protocol</source>
        <translation>TLS：没有共同的应用层协议</translation>
    </message>
    <message>
        <source>TLS: internal error of the server</source>
        <translation>TLS：服务器内部错误</translation>
    </message>
    <message>
        <source>TLS: unreadable file in the settings</source>
        <translation>TLS：设置中的文件无法读取</translation>
    </message>
    <message>
        <source>TLS: key and certificate don&apos;t match</source>
        <translation>TLS：密钥与证书不匹配</translation>
    </message>
    <message>
        <source>No right pong for %1</source>
        <translation>%1内没有正确的 pong</translation>
    </message>
    <message>
        <source>Limit of this machine</source>
        <translation>本机限制</translation>
    </message>
    <message>
        <source>TLS: wss is wanted</source>
        <translation>TLS：应使用 wss</translation>
    </message>
    <message>
        <source>Refused in step %1 of the dialogue</source>
        <translation>会话脚本第 %1 步被拒绝</translation>
    </message>
    <message>
        <source>Too many messages to answer</source>
        <translation>需要应答的消息过多</translation>
    </message>
    <message>
        <source>Message of the dialogue can&apos;t be sent</source>
        <translation>无法发送会话脚本的消息</translation>
    </message>
    <message>
        <source>No answer to step %1 of the dialogue</source>
        <translation>会话脚本第 %1 步没有应答</translation>
    </message>
    <message>
        <source>Feed silent for %1</source>
        <translation>数据流中断 %1</translation>
    </message>
    <message>
        <source>Expression of the dialogue is too costly</source>
        <translation>会话脚本的正则表达式开销过大</translation>
    </message>
    <message>
        <source>silent beyond hop %1</source>
        <translation>第 %1 跳之后无响应</translation>
    </message>
    <message>
        <source>no route from hop %1</source>
        <translation>第 %1 跳无路由</translation>
    </message>
    <message>
        <source>a router has no route</source>
        <translation>某路由器无路由</translation>
    </message>
    <message>
        <source>no router answers</source>
        <translation>所有路由器均无应答</translation>
    </message>
    <message>
        <source>not on this network</source>
        <translation>不在本地网络中</translation>
    </message>
    <message>
        <source>own router silent</source>
        <translation>本地路由器无响应</translation>
    </message>
    <message>
        <source>no route from here</source>
        <translation>本机无路由</translation>
    </message>
    <message>
        <source>loss from hop %1</source>
        <translation>从第 %1 跳开始丢包</translation>
    </message>
    <message>
        <source>loss on the path</source>
        <translation>路径上有丢包</translation>
    </message>
    <message>
        <source>No pong for %1: %2</source>
        <extracomment>%1 a duration, %2 &quot;silent beyond hop 3&quot;</extracomment>
        <translation>%1 未收到 pong：%2</translation>
    </message>
    <message>
        <source>Not open after %1: %2</source>
        <extracomment>%1 a duration, %2 &quot;silent beyond hop 3&quot;</extracomment>
        <translation>%1后仍未连上：%2</translation>
    </message>
    <message>
        <source>Unreachable: %1</source>
        <extracomment>%1 &quot;no route from hop 3&quot;</extracomment>
        <translation>无法到达：%1</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SimulatedFleet</name>
    <message>
        <source>The peer %1 is down.</source>
        <translation>对端 %1 已断开。</translation>
    </message>
    <message>
        <source>The peer %1 takes half a second to answer.</source>
        <translation>对端 %1 需要半秒才应答。</translation>
    </message>
    <message>
        <source>%1 does not reach the peer %2.</source>
        <translation>%1 无法到达对端 %2。</translation>
    </message>
    <message>
        <source>The network of %1 is cut.</source>
        <translation>%1 的网络已中断。</translation>
    </message>
    <message>
        <source>The provider %1 does not reach each tenth peer (%2, …).</source>
        <translation>提供商 %1 无法到达每十个对端中的一个（%2 等）。</translation>
    </message>
    <message>
        <source>The agent of %1 is silent.</source>
        <translation>%1 的 agent 没有消息。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SituationBar</name>
    <message>
        <source>%1
%2
Click to select the peers in trouble.</source>
        <translation>%1
%2
单击可选中有故障的对端。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SituationFeature</name>
    <message>
        <source>Select Peers in &amp;Trouble</source>
        <translation>选中有故障的对端(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SituationText</name>
    <message numerus="yes">
        <source>All %Ln peers answer.</source>
        <translation>
            <numerusform>全部 %Ln 个对端均有应答。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All peers answer, %Ln of them slowly.</source>
        <translation>
            <numerusform>所有对端均有应答，其中 %Ln 个较慢。</numerusform>
        </translation>
    </message>
    <message>
        <source>No peer is watched.</source>
        <translation>没有正在监视的对端。</translation>
    </message>
    <message>
        <source>They have nothing in common.</source>
        <translation>它们没有共同之处。</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln peers are in trouble</source>
        <translation>
            <numerusform>全部 %Ln 个对端出现故障</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 peers are in trouble</source>
        <translation>
            <numerusform>%1 个对端中有 %Ln 个出现故障</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all at %2</source>
        <extracomment>%1 what was said so far, %2 an address</extracomment>
        <translation>%1，均位于 %2</translation>
    </message>
    <message>
        <source>%1: %2. Newest: “%3”, for %4.</source>
        <extracomment>%1 who is in trouble, %2 what is wrong with all of them, %3 a peer, %4 for how long</extracomment>
        <translation>%1：%2。最新：“%3”，已持续 %4。</translation>
    </message>
    <message>
        <source>%1. Newest: “%2”, for %3: %4</source>
        <extracomment>%1 who is in trouble, %2 a peer, %3 for how long, %4 what is wrong with it</extracomment>
        <translation>%1。最新：“%2”，已持续 %3：%4</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln peers are connected; no ping has been answered yet.</source>
        <translation>
            <numerusform>全部 %Ln 个对端均已连接；尚无 ping 得到应答。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 peers are connected; %Ln have not answered a ping yet.</source>
        <translation>
            <numerusform>全部 %1 个对端均已连接；其中 %Ln 个尚未应答 ping。</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting; no problems so far.</source>
        <translation>正在连接：目前没有问题。</translation>
    </message>
    <message>
        <source>%1 has been in trouble for %3: %2</source>
        <extracomment>%1 a peer, %2 what is wrong with it (&quot;Connection refused&quot;), %3 for how long</extracomment>
        <translation>%1 已故障 %3：%2</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln peers at %1 have been in trouble for %2; peers elsewhere answer.</source>
        <extracomment>%1 an address, %2 a duration</extracomment>
        <translation>
            <numerusform>位于 %1 的全部 %Ln 个对端已故障 %2；其他地址的对端均有应答。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln peers at %1 addresses have been in trouble for %2.</source>
        <extracomment>%1 a number of addresses, %2 a duration</extracomment>
        <translation>
            <numerusform>位于 %1 个地址的全部 %Ln 个对端均已故障 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::Slowness</name>
    <message>
        <source>under 1 ms</source>
        <translation>不到 1 毫秒</translation>
    </message>
    <message>
        <source>This program itself was late when the answer arrived: this machine is busy, and the figure says little about the peer.</source>
        <translation>应答到来时本程序自身也有延迟：本机繁忙，这个数值不能说明对端的情况。</translation>
    </message>
    <message>
        <source>The ping or its pong waited behind other traffic on the same connection, which fills the link or keeps the peer busy.</source>
        <translation>ping 或 pong 排在同一连接的其他流量之后：那里发送的数据占满了链路，或让对端应接不暇。</translation>
    </message>
    <message>
        <source>TCP&apos;s own round trip takes %1 of it: the network is slow, not the peer.</source>
        <translation>其中 TCP 自身的往返就占 %1：慢的是网络，不是对端。</translation>
    </message>
    <message>
        <source>TCP&apos;s own round trip takes %1: the time passed in the peer&apos;s program, or in a proxy in front of it, not in the network.</source>
        <translation>TCP 自身的往返只需 %1：时间花在对端的程序或其前面的代理上，而不是网络上。</translation>
    </message>
    <message>
        <source>Whether the network or the peer took the time can&apos;t be told.</source>
        <translation>无法判断时间花在网络上还是对端上。</translation>
    </message>
    <message>
        <source>Slow: this program was late</source>
        <translation>响应慢（本程序自身延迟）</translation>
    </message>
    <message>
        <source>Slow behind other traffic</source>
        <translation>响应慢（排在其他流量之后）</translation>
    </message>
    <message>
        <source>Slow in the network</source>
        <translation>响应慢（网络）</translation>
    </message>
    <message>
        <source>Slow in the peer</source>
        <translation>响应慢（对端）</translation>
    </message>
    <message>
        <source>Slow: peer or network</source>
        <translation>响应慢（对端或网络）</translation>
    </message>
    <message>
        <source>The last answer took %1; anything over %2 is slow.</source>
        <translation>最近一次应答用了 %1；达到 %2 即为慢。</translation>
    </message>
    <message>
        <source>The last answer took %1.</source>
        <translation>最近一次应答用了 %1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>TCP&apos;s own round trip takes %1 of it, the peer&apos;s program, or a proxy in front of it, the rest.</source>
        <translation>其中 TCP 自身的往返占 %1，其余时间花在对端的程序或其前面的代理上。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SplitView</name>
    <message>
        <source>network %1, peer %2 (medians)</source>
        <translation>网络 %1，对端 %2（中位数）</translation>
    </message>
    <message>
        <source>network %1, peer %2 (medians): mostly the network</source>
        <translation>网络 %1，对端 %2（中位数）：主要在网络</translation>
    </message>
    <message>
        <source>network %1, peer %2 (medians): mostly the peer</source>
        <translation>网络 %1，对端 %2（中位数）：主要在对端</translation>
    </message>
    <message>
        <source>Too many pings to split them all: zoom in.</source>
        <translation>ping 过多，无法全部分解：请放大。</translation>
    </message>
    <message>
        <source>The system reported no TCP round trips in this time span.</source>
        <translation>系统未提供此时间段的 TCP 往返时间。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::StatusCounts</name>
    <message>
        <source>Peers by state</source>
        <translation>按状态统计的对端</translation>
    </message>
    <message>
        <source>No peers</source>
        <translation>没有对端</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count, state</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show only these peers (Ctrl: add them)</source>
        <translation>仅显示这些对端（按住 Ctrl：同时显示）</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Suspicion</name>
    <message>
        <source>this side</source>
        <comment>in a sentence</comment>
        <translation>本端</translation>
    </message>
    <message>
        <source>the network</source>
        <comment>in a sentence</comment>
        <translation>网络</translation>
    </message>
    <message>
        <source>a proxy</source>
        <comment>in a sentence</comment>
        <translation>代理</translation>
    </message>
    <message>
        <source>the peer</source>
        <comment>in a sentence</comment>
        <translation>对端</translation>
    </message>
    <message>
        <source>This side</source>
        <translation>本端</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1或%2</translation>
    </message>
    <message>
        <source>%1, %2 or %3</source>
        <translation>%1、%2或%3</translation>
    </message>
    <message>
        <source>%1, %2, %3 or %4</source>
        <translation>%1、%2、%3或%4</translation>
    </message>
    <message>
        <source>Points to %1, perhaps to %2.</source>
        <translation>问题可能在%1，也可能在%2。</translation>
    </message>
    <message>
        <source>Points to %1.</source>
        <translation>问题可能在%1。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SuspicionPath</name>
    <message>
        <source>Where to look</source>
        <translation>排查方向</translation>
    </message>
    <message>
        <source>The path from this side to the peer. Filled mark: look here first. Hollow mark: the fault may also be here.</source>
        <translation>从本端到对端的路径。实心标记：首先排查此处。空心标记：就目前所知，也可能在此处。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::SystemLog</name>
    <message>
        <source>writing to %1 failed: %2</source>
        <translation>写入 %1 失败：%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TcpDialer</name>
    <message>
        <source>the host has no address of the requested family</source>
        <translation>主机没有所需类型的地址</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TlsConfiguration</name>
    <message>
        <source>it holds no certificate in PEM</source>
        <translation>其中没有 PEM 格式的证书</translation>
    </message>
    <message>
        <source>reading the client&apos;s key</source>
        <translation>读取客户端密钥</translation>
    </message>
    <message>
        <source>reading the trusted authorities</source>
        <translation>读取受信任的颁发机构</translation>
    </message>
    <message>
        <source>reading the client&apos;s certificate</source>
        <translation>读取客户端证书</translation>
    </message>
    <message>
        <source>there is no certificate that it belongs to</source>
        <translation>没有与之对应的证书</translation>
    </message>
    <message>
        <source>reading the files for TLS</source>
        <translation>读取 TLS 文件</translation>
    </message>
    <message>
        <source>it contains no PEM private key that can be read without a passphrase</source>
        <translation>其中没有无需口令即可读取的 PEM 私钥</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TlsFault</name>
    <message>
        <source>The server&apos;s certificate has expired: it must be renewed.</source>
        <translation>服务器证书已过期：必须续期。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet: check the clocks of both machines.</source>
        <translation>服务器证书尚未生效：请检查两台机器的时钟。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another host name: check the URL, or the certificate&apos;s names.</source>
        <translation>服务器证书属于另一个主机名：请检查 URL 或证书中的名称。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate names its host by common name (CN) only, which TLS clients no longer accept (RFC 9525): it must be issued anew with a subjectAltName.</source>
        <translation>服务器证书只用通用名称 (CN) 标明主机，TLS 客户端已不再接受（RFC 9525）：必须重新签发带有 subjectAltName 的证书。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is self-signed and not trusted: name its CA in the TLS settings, or install a certificate from a known one.</source>
        <translation>服务器证书是自签名且不受信任：请在 TLS 设置中指定其 CA，或安装知名机构的证书。</translation>
    </message>
    <message>
        <source>The issuer of the server&apos;s certificate is not trusted: the chain is incomplete, or its CA must be named in the TLS settings.</source>
        <translation>服务器证书的颁发者不受信任：证书链不完整，或必须在 TLS 设置中指定其 CA。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was revoked: it must be replaced.</source>
        <translation>服务器证书已被吊销：必须更换。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has a key or a signature that is too weak for this side: it must be issued anew.</source>
        <translation>服务器证书的密钥或签名对本端而言强度不足：必须重新签发。</translation>
    </message>
    <message>
        <source>The server&apos;s certificates don&apos;t hold together, or are not meant for a server: check its chain.</source>
        <translation>服务器的证书不能构成有效的证书链，或不是服务器证书：请检查其证书链。</translation>
    </message>
    <message>
        <source>The two sides share no version of TLS: the server refused 1.2 and 1.3.</source>
        <translation>双方没有共同的 TLS 版本：服务器拒绝了 1.2 和 1.3。</translation>
    </message>
    <message>
        <source>The two sides share no version of TLS: the server&apos;s protocol version is too old or too new for this side.</source>
        <translation>双方没有共同的 TLS 版本：对本端而言服务器的协议版本过旧或过新。</translation>
    </message>
    <message>
        <source>The server refused this side&apos;s client certificate: check that it is the right one, that it is valid, and that the server trusts its issuer.</source>
        <translation>服务器拒绝了本端的客户端证书：请检查证书是否正确、是否有效，以及服务器是否信任其颁发者。</translation>
    </message>
    <message>
        <source>The server does not know the host name that it was asked for: check the URL, or the names that the server is set up for.</source>
        <translation>服务器不认识所请求的主机名：请检查 URL，或服务器配置的名称。</translation>
    </message>
    <message>
        <source>The server speaks no application protocol that was offered to it (ALPN).</source>
        <translation>服务器不支持所提供的任何应用层协议 (ALPN)。</translation>
    </message>
    <message>
        <source>The server had an internal error within the TLS handshake: look into its log.</source>
        <translation>服务器在 TLS 握手期间发生内部错误：请查看其日志。</translation>
    </message>
    <message>
        <source>A file of the TLS settings can&apos;t be used, so nothing was dialled.</source>
        <translation>TLS 设置中的某个文件无法使用，因此没有连接。</translation>
    </message>
    <message>
        <source>The client&apos;s key does not belong to its certificate, so nothing was dialled: check both files in the TLS settings.</source>
        <translation>客户端密钥与其证书不匹配，因此没有连接：请检查 TLS 设置中的这两个文件。</translation>
    </message>
    <message>
        <source>The server broke off the TLS handshake with an alert.</source>
        <translation>服务器以告警中断了 TLS 握手。</translation>
    </message>
    <message>
        <source>The TLS handshake failed.</source>
        <translation>TLS 握手失败。</translation>
    </message>
    <message>
        <source>This port speaks TLS, and the URL does not: write wss:// in the URL.</source>
        <translation>此端口使用 TLS，而 URL 没有：请在 URL 中写 wss://。</translation>
    </message>
    <message>
        <source>The server did not accept this side&apos;s certificate, or requires one: check the client certificate in the TLS settings.</source>
        <translation>服务器不接受本端的证书，或要求提供证书：请检查 TLS 设置中的客户端证书。</translation>
    </message>
    <message>
        <source>The server asked for a client certificate, got none, and ended the connection without a word: most likely it requires one. Set one in the TLS settings.</source>
        <translation>服务器要求客户端证书，但没有收到，随后直接结束了连接：它很可能需要证书。请在 TLS 设置中指定。</translation>
    </message>
    <message>
        <source>The server requires a client certificate, and none is set: set one in the TLS settings.</source>
        <translation>服务器要求客户端证书，但没有设置：请在 TLS 设置中指定。</translation>
    </message>
    <message>
        <source>The server asked for a client certificate, got the one that is set, and ended the connection without a word: most likely it does not accept it. Check that it is the right one and still valid, and check the server&apos;s log.</source>
        <translation>服务器要求客户端证书，收到所设置的证书后直接结束了连接：它很可能不接受该证书。请检查证书是否正确、是否仍有效，并查看服务器日志。</translation>
    </message>
    <message>
        <source>The server refused the TLS handshake after it had asked for a client certificate: it may not accept this one, or may share no ciphers with this side.</source>
        <translation>服务器在要求客户端证书后拒绝了 TLS 握手：它可能不接受此证书，或与本端没有共同的加密套件。</translation>
    </message>
    <message>
        <source>The server refused what this side offers in the TLS handshake: no cipher or signature is shared, or it requires a client certificate or another host name.</source>
        <translation>服务器拒绝了本端在 TLS 握手中提供的内容：没有共同的加密套件或签名算法，或它要求客户端证书或其他主机名。</translation>
    </message>
    <message>
        <source>What answered does not speak TLS: the port is wrong, or the URL should start with ws instead of wss.</source>
        <translation>应答方不使用 TLS：端口错误，或应使用 ws 而不是 wss。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Trace</name>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Path to the proxy %1 by %2, %3 probes of each hop</source>
        <translation>到代理 %1 的路径（%2），每跳 %3 次探测</translation>
    </message>
    <message>
        <source>Path to %1 by %2, %3 probes of each hop</source>
        <translation>到 %1 的路径（%2），每跳 %3 次探测</translation>
    </message>
    <message>
        <source>hop</source>
        <translation>跳</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>最大</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TraceAim</name>
    <message>
        <source>looking up the host</source>
        <translation>查找主机</translation>
    </message>
    <message>
        <source>no name server answered in time</source>
        <translation>没有名称服务器及时应答</translation>
    </message>
    <message>
        <source>choosing the proxy</source>
        <translation>选择代理</translation>
    </message>
    <message>
        <source>tracing the path</source>
        <translation>追踪路径</translation>
    </message>
    <message>
        <source>that is a socket of this machine: there is no network path</source>
        <translation>这是本机的套接字：没有网络路径</translation>
    </message>
    <message>
        <source>it has no address of the wanted family</source>
        <translation>它没有所要求的地址族的地址</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TraceCommand</name>
    <message>
        <source>Traces the network path to a peer&apos;s own address and port with mtr, shows its hops, and says where it ends or loses packets, if it does. Exit status: 0 if the peer was reached, 1 if not, 2 for wrong usage or if no trace was possible.</source>
        <translation>用 mtr 追踪到对端自己的地址和端口的网络路径，显示各跳，并说明路径在何处中断或丢包（如果有）。退出状态：到达对端为 0，未到达为 1，用法错误或无法追踪为 2。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TrayFeature</name>
    <message>
        <source>&amp;Show or Hide the Window</source>
        <translation>显示或隐藏窗口(&amp;S)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TrialPanel</name>
    <message>
        <source>Dialling…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Not dialled</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>已连接到 %1。</translation>
    </message>
    <message>
        <source>The first ping took %1.</source>
        <translation>第一次 ping 用时 %1。</translation>
    </message>
    <message>
        <source>Sub-protocol: %1.</source>
        <translation>子协议：%1。</translation>
    </message>
    <message>
        <source>Connected, then ended</source>
        <translation>已打开，随后结束</translation>
    </message>
    <message>
        <source>Could not connect</source>
        <translation>未能打开</translation>
    </message>
    <message>
        <source>Connection works</source>
        <translation>连接正常</translation>
    </message>
    <message>
        <source>No answer to the first ping so far.</source>
        <translation>到目前为止有一个 ping 未得到应答。</translation>
    </message>
    <message>
        <source>Its certificate was not verified: anybody may have answered.</source>
        <translation>其证书未经验证：任何人都可能应答。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TroubleList</name>
    <message>
        <source>Peers that need attention</source>
        <translation>需要关注的对端</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TroubleListModel</name>
    <message>
        <source>%1, %2 for %3: %4. %5</source>
        <extracomment>%1 a peer, %2 its state, %3 for how long, %4 what is the matter, %5 where to look</extracomment>
        <translation>%1，%2已 %3：%4。%5</translation>
    </message>
    <message>
        <source>%1: %2 for %3</source>
        <extracomment>%1 a peer, %2 its state, %3 for how long</extracomment>
        <translation>%1：%2已 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>peer, what is the matter</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln peers</source>
        <translation>
            <numerusform>%Ln 个对端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln peers</source>
        <extracomment>%1 a group</extracomment>
        <translation>
            <numerusform>%1：%Ln 个对端</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::TrustKeeper</name>
    <message>
        <source>reading what is trusted</source>
        <translation>读取信任记录</translation>
    </message>
    <message>
        <source>it has another form than this version knows</source>
        <translation>其格式不为此版本所知</translation>
    </message>
    <message>
        <source>saving what is trusted</source>
        <translation>保存信任记录</translation>
    </message>
    <message>
        <source>its folder can&apos;t be created</source>
        <translation>无法创建其文件夹</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TrustPage</name>
    <message>
        <source>Trust These Peers?</source>
        <translation>信任这些对端？</translation>
    </message>
    <message>
        <source>These peers want more than a connection</source>
        <translation>这些对端的要求不止于连接</translation>
    </message>
    <message>
        <source>“%1” wants more than connections</source>
        <translation>“%1”的要求不止于连接</translation>
    </message>
    <message>
        <source>Its peers are paused until you decide. Whoever wrote it chose which of these goes to which host:</source>
        <translation>在您决定之前，其对端处于暂停状态。以下各项发往哪个主机，由文件的编写者决定：</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>For the host</source>
        <translation>用于主机</translation>
    </message>
    <message>
        <source>Wanted by</source>
        <translation>要求者</translation>
    </message>
    <message>
        <source>What the peers want, and for which host</source>
        <translation>对端的要求及对应的主机</translation>
    </message>
    <message>
        <source>Trust it only if you know where it comes from. Your answer holds for exactly these entries: anything else, or another host, is asked about again.</source>
        <translation>只有在了解其来源时才应信任。您的回答只适用于这些条目：其他条目或其他主机会再次询问。</translation>
    </message>
    <message>
        <source>&amp;Trust and Connect</source>
        <translation>信任并连接(&amp;T)</translation>
    </message>
    <message>
        <source>Keep &amp;Paused</source>
        <translation>保持暂停(&amp;P)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::TypedText</name>
    <message>
        <source>off</source>
        <comment>a limit that is not there</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>分</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>小时</translation>
    </message>
    <message>
        <source>reading a time</source>
        <translation>读取时间</translation>
    </message>
    <message>
        <source>must be a time such as 20 s, 500 ms or 2 min</source>
        <translation>必须是时间，如 20 s、500 ms 或 2 min</translation>
    </message>
    <message>
        <source>reading a size</source>
        <translation>读取大小</translation>
    </message>
    <message>
        <source>must be a size such as 1 MiB or 64 KiB</source>
        <translation>必须是大小，如 1 MiB 或 64 KiB</translation>
    </message>
</context>
<context>
    <name>Pongwatch::ValueTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;All</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::VantageCells</name>
    <message>
        <source>%1 of %2 up</source>
        <extracomment>how many vantages see a peer up, and how many there are</extracomment>
        <translation>%2 个中 %1 个正常</translation>
    </message>
    <message>
        <source>Silent</source>
        <comment>nothing is heard from a vantage</comment>
        <translation>无回报</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <extracomment>%1 a state, %2 a moment</extracomment>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>%1; %2, points to: %3</source>
        <extracomment>%1 a state, %2 how a connection ended, %3 where that points to; words of the output</extracomment>
        <translation>%1；%2，指向：%3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>a state, how a connection ended</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a vantage, its provider</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a vantage, what it sees</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::VantageRows</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pongwatch::VantagesPanel</name>
    <message>
        <source>Up from all vantages that watch it.</source>
        <translation>从所有监视它的观测点看均正常。</translation>
    </message>
    <message>
        <source>Old, as of %1: %2.</source>
        <extracomment>%1 a moment, %2 why it can&apos;t be read</extracomment>
        <translation>旧数据，截至 %1：%2。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WallFeature</name>
    <message>
        <source>&amp;Wall Display</source>
        <translation>大屏视图(&amp;W)</translation>
    </message>
    <message>
        <source>Show every peer as a tile, full screen</source>
        <translation>每个对端以大磁贴显示，占满整个屏幕</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WallField</name>
    <message>
        <source>%1: %2</source>
        <comment>peer, state</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more peer(s)</source>
        <comment>that have no tile</comment>
        <translation>
            <numerusform>另外 %n 个对端</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group, how its peers fare</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WallTile</name>
    <message>
        <source>for %1</source>
        <translation>已 %1</translation>
    </message>
    <message>
        <source>since %1, again in %2</source>
        <comment>moment, duration</comment>
        <translation>自 %1起，%2后重试</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>moment</comment>
        <translation>自 %1起</translation>
    </message>
    <message>
        <source>%1, error budget %2</source>
        <comment>for how long, or since when; a percentage or “used up”</comment>
        <translation>%1，错误预算 %2</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WallView</name>
    <message>
        <source>Wall of peers</source>
        <translation>大屏视图</translation>
    </message>
    <message>
        <source>Pongwatch: wall</source>
        <translation>Pongwatch：大屏视图</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message numerus="yes">
        <source>%n more in trouble, below the tiles</source>
        <translation>
            <numerusform>另有 %n 个有问题，见磁贴下方</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>peers that have no place</comment>
        <translation>
            <numerusform>及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No group</source>
        <translation>无分组</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WatchFeature</name>
    <message>
        <source>Done: %1.</source>
        <translation>已完成：%1。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WayResolver</name>
    <message>
        <source>the workspace is not trusted to use it</source>
        <translation>该工作区尚未获得使用它的信任</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>reading the environment variable</source>
        <translation>读取环境变量</translation>
    </message>
    <message>
        <source>it is not set</source>
        <translation>它未设置</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WayRunner</name>
    <message>
        <source>too late for a sound</source>
        <translation>已过时，不再播放声音</translation>
    </message>
    <message>
        <source>none of pw-play, paplay and aplay is installed</source>
        <translation>未安装 pw-play、paplay 或 aplay</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WaysDialog</name>
    <message>
        <source>command %1</source>
        <translation>命令 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a host; a form, as slack</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>apprise, to %1</source>
        <comment>a reference to a URL</comment>
        <translation>apprise，目标 %1</translation>
    </message>
    <message>
        <source>syslog</source>
        <translation>syslog</translation>
    </message>
    <message>
        <source>systemd journal</source>
        <translation>systemd 日志</translation>
    </message>
    <message>
        <source>the loudspeakers</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>the loudspeakers (%1)</source>
        <translation>扬声器（%1）</translation>
    </message>
    <message>
        <source>The test was accepted.</source>
        <translation>测试告警已被接受。</translation>
    </message>
    <message>
        <source>The test was not accepted: %1.</source>
        <translation>测试告警未被接受：%1。</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>输出：%1</translation>
    </message>
    <message>
        <source>A test alert says that it is one.</source>
        <translation>测试告警会注明自己是测试。</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Alert Channels</source>
        <translation>告警渠道</translation>
    </message>
    <message>
        <source>Rules can send alerts to these channels. Channels are defined in the workspace file, under “alerts”.</source>
        <translation>规则可将告警发送到这些渠道。渠道在工作区文件的 “alerts” 下定义。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Sends to</source>
        <translation>发送到</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Send &amp;Test</source>
        <translation>发送测试(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WebhookPost</name>
    <message>
        <source>the server&apos;s answer is too long</source>
        <translation>服务器的应答过长</translation>
    </message>
    <message>
        <source>the server answered with HTTP %1</source>
        <translation>服务器应答 HTTP %1</translation>
    </message>
    <message>
        <source>the server answered with HTTP %1: %2</source>
        <translation>服务器应答 HTTP %1：%2</translation>
    </message>
    <message>
        <source>the server answered with HTTP %1; redirects are not followed</source>
        <translation>服务器应答 HTTP %1；不跟随重定向</translation>
    </message>
    <message>
        <source>the server did not answer in time</source>
        <translation>服务器未在时限内应答</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted, or TLS failed</source>
        <translation>服务器证书不受信任，或 TLS 失败</translation>
    </message>
    <message>
        <source>the server can&apos;t be reached (%1)</source>
        <translation>无法连接服务器（%1）</translation>
    </message>
    <message>
        <source>its URL is neither http nor https</source>
        <translation>其 URL 既不是 http 也不是 https</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WebhookTemplate</name>
    <message>
        <source>posting an alert</source>
        <translation>发送告警</translation>
    </message>
    <message>
        <source>there is no such template</source>
        <translation>没有此模板</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WindowActions</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what an action does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Add Peer…</source>
        <translation>添加对端(&amp;A)…</translation>
    </message>
    <message>
        <source>Watch the &amp;Demo Peers</source>
        <translation>监视演示对端(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Stop watching the selected peers</source>
        <translation>停止监视所选对端</translation>
    </message>
    <message>
        <source>&amp;Reconnect Now</source>
        <translation>立即重连(&amp;R)</translation>
    </message>
    <message>
        <source>Ping &amp;Now</source>
        <translation>立即 ping(&amp;N)</translation>
    </message>
    <message>
        <source>Chart Follows the &amp;Present</source>
        <translation>图表跟随当前时间(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>恢复(&amp;U)</translation>
    </message>
    <message>
        <source>Connect the selected peers again</source>
        <translation>重新连接所选对端</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <comment>an edit</comment>
        <translation>撤销%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <comment>an edit</comment>
        <translation>重做%1(&amp;R)</translation>
    </message>
    <message>
        <source>%1
Select a peer first.</source>
        <extracomment>%1 what a button does</extracomment>
        <translation>%1
请先选择对端。</translation>
    </message>
    <message>
        <source>&amp;System Default</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Close the selected peers&apos; connections and don&apos;t reconnect</source>
        <translation>关闭所选对端的连接，不再连接</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>there is nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>%1
Not possible: %2.</source>
        <extracomment>%1 what a button does, %2 why that is not possible</extracomment>
        <translation>%1
无法执行：%2。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WindowCommand</name>
    <message>
        <source>Watch the built-in demo peers</source>
        <translation>监视内置的演示对端</translation>
    </message>
    <message>
        <source>The window&apos;s language, such as zh_CN (the system&apos;s)</source>
        <translation>窗口的语言，如 zh_CN（跟随系统）</translation>
    </message>
    <message>
        <source>Watches WebSocket connections. Without a command it opens the window.</source>
        <translation>监视 WebSocket 连接。不带命令时打开窗口。</translation>
    </message>
    <message>
        <source>Commands (each has its own --help):</source>
        <translation>命令（每个都有自己的 --help）：</translation>
    </message>
    <message>
        <source>reading the argument</source>
        <translation>读取参数</translation>
    </message>
    <message>
        <source>reading the option</source>
        <translation>读取选项</translation>
    </message>
    <message>
        <source>the file&apos;s name must end in .png</source>
        <translation>文件名必须以 .png 结尾</translation>
    </message>
    <message>
        <source>Start minimized</source>
        <translation>以最小化窗口启动</translation>
    </message>
    <message>
        <source>Start with the wall display, full screen</source>
        <translation>启动时全屏显示大屏视图</translation>
    </message>
    <message>
        <source>Save a screenshot of the window and exit</source>
        <translation>写入窗口的图片，然后结束</translation>
    </message>
    <message>
        <source>Seconds until the screenshot (5)</source>
        <translation>何时截图（5）</translation>
    </message>
    <message>
        <source>a window shows one workspace, and one has already been given</source>
        <translation>一个窗口只显示一个工作区，而已经给出了一个</translation>
    </message>
    <message>
        <source>“%1” is not a language; one looks like zh_CN</source>
        <translation>“%1”不是语言；语言的写法如 zh_CN</translation>
    </message>
    <message>
        <source>it can only be used with --screenshot</source>
        <translation>仅在与 --screenshot 一起使用时有效</translation>
    </message>
    <message>
        <source>there is no display for a window; pongwatch monitor works without one</source>
        <translation>没有可打开窗口的显示器；pongwatch monitor 不需要显示器</translation>
    </message>
    <message>
        <source>watch connections without a window</source>
        <translation>不用窗口监视连接</translation>
    </message>
    <message>
        <source>ping peers from the terminal, like ping(8)</source>
        <translation>在终端中 ping 对端，类似 ping(8)</translation>
    </message>
    <message>
        <source>create a report from the history</source>
        <translation>从历史记录生成报告</translation>
    </message>
    <message>
        <source>check a history file, or repair it into a new one</source>
        <translation>检查历史文件，或修复为新文件</translation>
    </message>
    <message>
        <source>check a workspace file</source>
        <translation>检查工作区文件</translation>
    </message>
    <message>
        <source>read the peers that other programs have</source>
        <translation>读取其他程序中的对端</translation>
    </message>
    <message>
        <source>write a workspace as a table or as JSON</source>
        <translation>把工作区写为表格或 JSON</translation>
    </message>
    <message>
        <source>simulate a week of history, for trying reports</source>
        <translation>模拟一周的历史记录，用于试用报告</translation>
    </message>
    <message>
        <source>run the demo peers for other clients</source>
        <translation>为其他客户端运行演示对端</translation>
    </message>
    <message>
        <source>watch a workspace as a service, for Prometheus</source>
        <translation>作为服务监视工作区，供 Prometheus 采集</translation>
    </message>
    <message>
        <source>what all agents see, by a Prometheus</source>
        <translation>通过 Prometheus 查看所有代理的观测结果</translation>
    </message>
    <message>
        <source>trace the network path to a peer</source>
        <translation>追踪到对端的网络路径</translation>
    </message>
    <message>
        <source>find out what a peer does with connections</source>
        <translation>检查对端如何对待连接</translation>
    </message>
    <message>
        <source>list the alerts that the history has</source>
        <translation>列出历史中的告警</translation>
    </message>
    <message>
        <source>send a test alert</source>
        <translation>发送测试告警</translation>
    </message>
    <message>
        <source>write the manual pages and completions for shells</source>
        <translation>写出手册页和 shell 补全</translation>
    </message>
    <message>
        <source>simulate agents and a Prometheus over them</source>
        <translation>模拟多个 agent 以及采集它们的 Prometheus</translation>
    </message>
    <message>
        <source>Show what agents in many places see, read from this Prometheus (http://host:9090); the options below are for asking it</source>
        <translation>显示多处 agent 看到的情况，从此 Prometheus（http://host:9090）读取；以下选项用于访问它</translation>
    </message>
    <message>
        <source>it can only be used with --fleet</source>
        <translation>只能与 --fleet 一起使用</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WindowFeature</name>
    <message>
        <source>agents in other places watch it, not this program</source>
        <translation>由其他地方的 agent 监视，而不是本程序</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WindowLink</name>
    <message>
        <source>reading the link</source>
        <translation>读取链接</translation>
    </message>
    <message>
        <source>a link looks like %1</source>
        <translation>链接形如 %1</translation>
    </message>
    <message>
        <source>“%1” is not a moment with its time zone</source>
        <translation>“%1”不是带时区的时刻</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Peer</source>
        <translation>对端(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Wording</name>
    <message>
        <source>µs</source>
        <translation>µs</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>分</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>小时</translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation>天</translation>
    </message>
    <message>
        <source>expired</source>
        <comment>a certificate</comment>
        <translation>已过期</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a stretch of time</comment>
        <translation>%1后</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count, state</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>this program was late</source>
        <translation>本程序自身延迟</translation>
    </message>
    <message>
        <source>behind other traffic</source>
        <translation>排在其他流量之后</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>被取代</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>this side</source>
        <translation>本端</translation>
    </message>
    <message>
        <source>the peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Our bytes were not acknowledged: the path is silent</source>
        <translation>我们的字节未被确认：链路静默</translation>
    </message>
    <message>
        <source>Our bytes were acknowledged: the peer is silent</source>
        <translation>我们的字节已被确认：对端静默</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Late pong</source>
        <translation>迟到的 pong</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no Close frame</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>无关闭码</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a close code, and what it is called</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, time of the day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>secret is missing</source>
        <translation>缺少凭据</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>not trusted yet</source>
        <comment>a peer: its file wants what the user has to allow first</comment>
        <translation>尚未信任</translation>
    </message>
    <message>
        <source>waiting for the keychain</source>
        <translation>密钥环尚未应答</translation>
    </message>
    <message>
        <source>It will be dialled as soon as the keychain provides its secret. You may need to unlock the keychain.</source>
        <translation>密钥环给出凭据后即会连接。密钥环可能正在等待您解锁。</translation>
    </message>
    <message>
        <source>It is not dialled before you trust what came with it: it wants more than a connection.</source>
        <translation>在您信任其附带的要求之前不会连接：它的要求不止于连接。</translation>
    </message>
    <message>
        <source>It is not dialled because its secret is missing: %1.</source>
        <translation>因缺少凭据而未连接：%1。</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <comment>less than</comment>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>Flapping</source>
        <comment>connected and lost again and again</comment>
        <translation>反复断连</translation>
    </message>
    <message numerus="yes">
        <source>Lost %Ln times in %1: %2</source>
        <extracomment>%1 a duration, %2 how the newest connection ended</extracomment>
        <translation>
            <numerusform>%1内断开 %Ln 次：%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connections come about and are lost again: %Ln times in the last %1. The newest: %2</source>
        <extracomment>%1 a duration, %2 a sentence about how the newest connection ended</extracomment>
        <translation>
            <numerusform>连接反复建立又断开：最近 %1内 %Ln 次。最近一次：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Stale</source>
        <comment>its feed has stopped</comment>
        <translation>数据流中断</translation>
    </message>
    <message>
        <source>preset can&apos;t be used</source>
        <translation>预设不可用</translation>
    </message>
    <message>
        <source>It is not dialled because its preset can&apos;t be used: %1.</source>
        <translation>因其预设不可用，未发起连接：%1。</translation>
    </message>
    <message>
        <source>Partly up</source>
        <comment>up from some places, down from others</comment>
        <translation>部分正常</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>a peer&apos;s state</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
</context>
<context>
    <name>Pongwatch::Workspace</name>
    <message>
        <source>must be at most %1</source>
        <translation>最多为 %1</translation>
    </message>
    <message>
        <source>must be at least %1</source>
        <translation>至少为 %1</translation>
    </message>
    <message>
        <source>must be more than %1</source>
        <translation>必须大于 %1</translation>
    </message>
    <message>
        <source>%1 or null</source>
        <translation>%1，或 null</translation>
    </message>
    <message>
        <source>appears twice</source>
        <translation>出现了两次</translation>
    </message>
    <message>
        <source>must be an object: { … }</source>
        <translation>必须是对象：{ … }</translation>
    </message>
    <message>
        <source>must be a list: [ … ]</source>
        <translation>必须是列表：[ … ]</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必须是 true 或 false</translation>
    </message>
    <message>
        <source>must be a number or null</source>
        <translation>必须是数字或 null</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>必须是数字</translation>
    </message>
    <message>
        <source>must be text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>must have at most %1 characters</source>
        <translation>最多 %1 个字符</translation>
    </message>
    <message>
        <source>must not contain control characters</source>
        <translation>不得含有控制字符</translation>
    </message>
    <message>
        <source>must have at most %1 entries</source>
        <translation>最多 %1 个条目</translation>
    </message>
    <message>
        <source>must be one of: %1</source>
        <translation>必须是以下之一：%1</translation>
    </message>
    <message>
        <source>is unknown to this version and is left as it is</source>
        <translation>此版本不认识，将原样保留</translation>
    </message>
    <message>
        <source>must be keychain:NAME or $VARIABLE; the secret itself does not belong in a file</source>
        <translation>必须是 keychain:NAME 或 $VARIABLE；凭据本身不应写入文件</translation>
    </message>
    <message>
        <source>must be a pair of texts: [&quot;Name&quot;, &quot;value&quot;]</source>
        <translation>必须是一对文本：[&quot;Name&quot;, &quot;value&quot;]</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>looks like a secret in plain text; write keychain:NAME or $VARIABLE instead</source>
        <translation>看起来像明文凭据；请改写为 keychain:NAME 或 $VARIABLE</translation>
    </message>
    <message>
        <source>contains a password; put keychain:NAME or $VARIABLE in proxy_secret</source>
        <translation>含有密码；请把 keychain:NAME 或 $VARIABLE 写入 proxy_secret</translation>
    </message>
    <message>
        <source>is not a regular expression: %1</source>
        <translation>不是正则表达式：%1</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <source>a name is needed</source>
        <translation>需要名称</translation>
    </message>
    <message>
        <source>the name is longer than %1 characters</source>
        <translation>名称长于 %1 个字符</translation>
    </message>
    <message>
        <source>this name is taken</source>
        <translation>此名称已被使用</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>及另外 %1 个</translation>
    </message>
    <message>
        <source>reading the workspace</source>
        <translation>读取工作区</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>它没有名称</translation>
    </message>
    <message>
        <source>saving the workspace</source>
        <translation>保存工作区</translation>
    </message>
    <message>
        <source>another program has changed the file; it was left as it is</source>
        <translation>另一个程序更改了该文件；已原样保留</translation>
    </message>
    <message>
        <source>the file there was not read, so it was left as it is</source>
        <translation>那里的文件没有读取，因此原样保留</translation>
    </message>
    <message>
        <source>a workspace is an object: { &quot;pongwatch&quot;: 1, … }</source>
        <translation>工作区是一个对象：{ &quot;pongwatch&quot;: 1, … }</translation>
    </message>
    <message>
        <source>is missing; a workspace starts with &quot;pongwatch&quot;: %1</source>
        <translation>缺失；工作区以 &quot;pongwatch&quot;: %1 开头</translation>
    </message>
    <message>
        <source>is %1: the file was written by a newer version of the program; this one reads %2</source>
        <translation>为 %1：该文件属于更新版本的程序；本程序读取 %2</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>必须为 %1</translation>
    </message>
    <message>
        <source>there are more than %1 profiles</source>
        <translation>配置超过 %1 个</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>不得为空</translation>
    </message>
    <message>
        <source>“%1” is already the name of another one</source>
        <translation>“%1”是另一个的名称</translation>
    </message>
    <message>
        <source>contains a user or password; these belong in auth</source>
        <translation>含有用户名或密码；它们应写入 auth</translation>
    </message>
    <message>
        <source>keeping the unsaved changes</source>
        <translation>保留未保存的更改</translation>
    </message>
    <message>
        <source>there is no place for a file</source>
        <translation>没有可用的文件位置</translation>
    </message>
    <message>
        <source>must be a number, null or &quot;auto&quot;</source>
        <translation>必须是数字、null 或 &quot;auto&quot;</translation>
    </message>
    <message>
        <source>there is no token to sign in with</source>
        <translation>没有用于登录的令牌</translation>
    </message>
    <message>
        <source>the name contains a control character</source>
        <translation>名称含有控制字符</translation>
    </message>
    <message>
        <source>the folder %1 can&apos;t be created</source>
        <translation>无法创建文件夹 %1</translation>
    </message>
    <message>
        <source>reading the preset</source>
        <translation>读取预设</translation>
    </message>
    <message>
        <source>it has no parameter “%1”</source>
        <translation>没有参数“%1”</translation>
    </message>
    <message>
        <source>its parameter “%1” is not given</source>
        <translation>没有给出参数“%1”</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>it has no “pongwatch_preset”: %1</source>
        <translation>缺少“pongwatch_preset”：%1</translation>
    </message>
    <message>
        <source>there is no such preset; there are %1</source>
        <translation>没有这个预设；可用的有 %1</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>必须是对象</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>there is no token behind “%1” in the header %2</source>
        <translation>标头 %2 中的“%1”后面没有令牌</translation>
    </message>
    <message>
        <source>there is no token behind “%1=” in the URL</source>
        <translation>URL 中“%1=”之后没有令牌</translation>
    </message>
    <message>
        <source>has what looks like a secret in plain text</source>
        <translation>疑似含有明文凭据</translation>
    </message>
    <message>
        <source>must not be more than “of”</source>
        <translation>不得大于“of”</translation>
    </message>
    <message>
        <source>must not be more than “%1”</source>
        <translation>不得大于“%1”</translation>
    </message>
    <message>
        <source>“observer” belongs in the alerts of the workspace</source>
        <translation>“observer”应写在工作区的告警中</translation>
    </message>
    <message>
        <source>“group” belongs in the alerts of a group or the workspace</source>
        <translation>“group”应写在分组或工作区的告警中</translation>
    </message>
    <message>
        <source>must be a moment with its time zone, as in 2026-12-24T22:00:00Z</source>
        <translation>必须是带时区的时刻，如 2026-12-24T22:00:00Z</translation>
    </message>
    <message>
        <source>must be a time of the day, as in 22:00</source>
        <translation>必须是一天中的时刻，如 22:00</translation>
    </message>
    <message>
        <source>must be after “from”</source>
        <translation>必须晚于“from”</translation>
    </message>
    <message>
        <source>is not a time zone of this system, as Europe/Berlin is</source>
        <translation>不是本系统的时区；时区形如 Europe/Berlin</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <comment>of a file; what was left out of it</comment>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>“%1” was left out: %2 times are the most</source>
        <translation>“%1”已略去：最多 %2 个时段</translation>
    </message>
    <message>
        <source>“%1” was left out: its beginning or time zone can&apos;t be read</source>
        <translation>“%1”已略去：无法读取其开始或时区</translation>
    </message>
    <message>
        <source>“%1” was left out: it has no end after its beginning</source>
        <translation>“%1”已略去：开始之后没有结束</translation>
    </message>
    <message>
        <source>“%1”: exceptions for single days are not known here</source>
        <translation>“%1”：不支持个别日期的例外</translation>
    </message>
    <message>
        <source>“%1” was left out: it does not repeat by days or weeks, or lasts longer than a day</source>
        <translation>“%1”已略去：不按天或周重复，或超过一天</translation>
    </message>
    <message>
        <source>“%1” was left out: it is over</source>
        <translation>“%1”已略去：已经过去</translation>
    </message>
    <message>
        <source>reading the calendar</source>
        <translation>读取日历</translation>
    </message>
    <message>
        <source>it is larger than 1 MiB</source>
        <translation>大于 1 MiB</translation>
    </message>
    <message>
        <source>it is no calendar: it does not begin with BEGIN:VCALENDAR</source>
        <translation>不是日历：不以 BEGIN:VCALENDAR 开头</translation>
    </message>
    <message>
        <source>is longer than %1 characters; write a script, and name it here</source>
        <translation>超过 %1 个字符；请写成脚本，并在此处填写脚本的名称</translation>
    </message>
    <message>
        <source>looks like a secret in plain text; let the command read it from its environment or a file</source>
        <translation>看起来是明文机密；请让命令从环境变量或文件中读取</translation>
    </message>
    <message>
        <source>must not have a password: name it in “proxy_secret”</source>
        <translation>不得包含密码：请在 “proxy_secret” 中引用</translation>
    </message>
    <message>
        <source>must be a URL of https or http, keychain:NAME or $VARIABLE</source>
        <translation>必须是 https 或 http 的 URL、keychain:NAME 或 $VARIABLE</translation>
    </message>
    <message>
        <source>must not have a user or a password: write keychain:NAME or $VARIABLE instead</source>
        <translation>不得包含用户名或密码：请改用 keychain:NAME 或 $VARIABLE</translation>
    </message>
    <message>
        <source>must be a path that begins with /</source>
        <translation>必须是以 / 开头的路径</translation>
    </message>
    <message>
        <source>“%1” is the name of desktop notifications</source>
        <translation>“%1”是桌面通知的名称</translation>
    </message>
    <message>
        <source>there is no profile “%1”</source>
        <translation>没有名为“%1”的配置</translation>
    </message>
    <message>
        <source>there is no channel “%1”</source>
        <translation>没有名为“%1”的渠道</translation>
    </message>
    <message>
        <source>“%1” was left out: how often it repeats can&apos;t be read</source>
        <translation>“%1”已略去：无法读取其重复的间隔、次数或终止</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WorkspaceDemand</name>
    <message>
        <source>environment variable $%1</source>
        <translation>环境变量 $%1</translation>
    </message>
    <message>
        <source>keychain entry “%1”</source>
        <translation>密钥环条目“%1”</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>through the proxy %1</source>
        <translation>经过代理 %1</translation>
    </message>
    <message>
        <source>certificate not verified</source>
        <translation>证书未验证</translation>
    </message>
    <message>
        <source>to run the command “%1”</source>
        <translation>运行命令“%1”</translation>
    </message>
    <message>
        <source>every alert</source>
        <translation>每条告警</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WorkspaceFeature</name>
    <message>
        <source>&amp;New Workspace</source>
        <translation>新建工作区(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open Workspace…</source>
        <translation>打开工作区(&amp;O)…</translation>
    </message>
    <message>
        <source>Open My &amp;Default Workspace</source>
        <translation>打开我的默认工作区(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Save Workspace</source>
        <translation>保存工作区(&amp;S)</translation>
    </message>
    <message>
        <source>Save Workspace &amp;As…</source>
        <translation>工作区另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近使用(&amp;R)</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新工作区</translation>
    </message>
    <message>
        <source>%1[*] – Pongwatch</source>
        <comment>title: a file&apos;s name; [*] is the mark of changes</comment>
        <translation>%1[*] – Pongwatch</translation>
    </message>
    <message>
        <source>Open Workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Workspaces (*.pongwatch);;All files (*)</source>
        <translation>工作区 (*.pongwatch);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save Workspace As</source>
        <translation>工作区另存为</translation>
    </message>
    <message>
        <source>Workspaces (*.pongwatch)</source>
        <translation>工作区 (*.pongwatch)</translation>
    </message>
    <message>
        <source>The File Has Changed</source>
        <translation>文件已更改</translation>
    </message>
    <message>
        <source>Another program has changed “%1”.</source>
        <translation>另一个程序更改了“%1”。</translation>
    </message>
    <message>
        <source>Reloading can be undone; keeping yours replaces the file.</source>
        <translation>重新载入可以撤销；保留您的版本会替换该文件。</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>重新载入(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep Mine</source>
        <translation>保留我的(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>稍后(&amp;L)</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>The workspace has not been saved.</source>
        <translation>工作区尚未保存。</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>“%1”有尚未保存的更改。</translation>
    </message>
    <message>
        <source>The Keychain Has Not Answered</source>
        <translation>密钥环尚未应答</translation>
    </message>
    <message numerus="yes">
        <source>%n secrets are not in the keychain yet.</source>
        <translation>
            <numerusform>还有 %n 个凭据未存入密钥环。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close Anyway</source>
        <translation>仍然关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>清除这些记录(&amp;F)</translation>
    </message>
    <message>
        <source>There are also unsaved changes here. Reloading can be undone; keeping yours replaces the file.</source>
        <translation>这里也有尚未保存的更改。重新载入可以撤销；保留您的版本会替换该文件。</translation>
    </message>
    <message>
        <source>They are lost if you don&apos;t save.</source>
        <translation>不保存则会丢失。</translation>
    </message>
    <message>
        <source>You may need to unlock it. If Pongwatch quits now, you will have to enter them again.</source>
        <translation>它可能在等您解锁。如果 Pongwatch 现在结束，这些凭据需要重新输入。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WorkspaceProblems</name>
    <message>
        <source>Unreadable Workspace</source>
        <translation>无法读取的工作区</translation>
    </message>
    <message>
        <source>“%1” could not be read</source>
        <translation>无法读取“%1”</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Problems in the file</source>
        <translation>文件中的问题</translation>
    </message>
    <message>
        <source>&amp;Open in an Editor</source>
        <translation>用编辑器打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Read It Again</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>The file was left as it is. Until it can be read, what you add is kept in memory and can be saved under another name.</source>
        <translation>文件已原样保留。在能够读取之前，您添加的内容保存在内存中，可以用其他名称保存。</translation>
    </message>
</context>
<context>
    <name>Pongwatch::WorkspaceSession</name>
    <message>
        <source>loading another program&apos;s changes</source>
        <translation>接收另一个程序写入的内容</translation>
    </message>
</context>
</TS>
