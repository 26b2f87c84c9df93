// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandoptions.h"

#include "settings/dialoguetext.h"
#include "settings/settingtext.h"
#include "workspace/commandactions.h"
#include "workspace/importstrings.h"
#include "workspace/profilefields.h"

#include <QRegularExpression>

#include <algorithm>

namespace Pongwatch
{

namespace
{

using namespace CommandActions;

/// Applies one of our options whose value is plain text.
template <typename T>
Act ownAction(const Setting<T> &setting, const SettingOption &option)
{
    return [&setting, &option](CommandState &state, const QString &text, const QString &place) {
        ProfileSettings read;
        if (*option.value) {
            const auto value = parseSetting(setting, {}, text);
            if (!value) {
                state.builder.ignore(place, value.error().answer);
                return;
            }
            read.*setting.own = value.value();
        } else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
            read.*setting.own = static_cast<T>(option.flagSets);
        }
        if (const QString complaint = complaintAbout(read); !complaint.isEmpty())
            state.builder.ignore(place, complaint);
        else
            state.builder.settings() = state.builder.settings().overlaidBy(read);
    };
}

/// Adds a line of a part of a dialogue to the previous ones.
template <DialoguePart T>
Act ownDialogueAction(const Setting<T> &setting)
{
    return [&setting](CommandState &state, const QString &text, const QString &place) {
        const std::optional<T> before = state.builder.settings().*setting.own;
        const auto value = fromLines<T>(linesOf(before.value_or(T())) + QStringList{text});
        ProfileSettings read;
        if (value)
            read.*setting.own = value.value();
        const QString complaint = value ? complaintAbout(read) : value.error().answer;
        if (complaint.isEmpty())
            state.builder.settings() = state.builder.settings().overlaidBy(read);
        else
            state.builder.ignore(place, complaint);
    };
}

/// Handles Node's own variables: wscat knows nothing of proxies there.
void finishWscat(CommandState &state)
{
    QStringList used;
    if (state.environment.value(QStringLiteral("NODE_TLS_REJECT_UNAUTHORIZED")) == QStringLiteral("0")) {
        used.append(QStringLiteral("NODE_TLS_REJECT_UNAUTHORIZED"));
        state.builder.setInsecure(placeOfVariable(state, used.last()));
    }
    if (state.environment.contains(QStringLiteral("NODE_EXTRA_CA_CERTS"))) {
        used.append(QStringLiteral("NODE_EXTRA_CA_CERTS"));
        state.builder.ignore(placeOfVariable(state, used.last()),
                             ImportStrings::tr("authorities are the system's, or those of one file alone"));
    }
    tellRestOfEnvironment(state, used);
}

CommandTool makeWscat()
{
    CommandTool tool;
    tool.name = QStringLiteral("wscat");
    on(tool, "-c --connect", true, takeUrl);
    on(tool, "-H --header", true, addHeaderOption);
    on(tool, "-s --subprotocol", true, takeSubprotocols);
    on(tool, "-o --origin", true, header("Origin"));
    on(tool, "--host", true, header("Host"));
    on(tool, "--auth", true, takeBasic);
    on(tool, "-n --no-check", false, takeInsecure);
    on(tool, "--ca", true, textTo(&ProfileSettings::tlsCaFile));
    on(tool, "--cert", true, textTo(&ProfileSettings::tlsClientCertificate));
    on(tool, "--key", true, textTo(&ProfileSettings::tlsClientKey));
    on(tool, "--proxy", true,
       [](CommandState &s, const QString &v, const QString &) { s.builder.setProxy(v); });
    on(tool, "-l --listen", true, [](CommandState &s, const QString &, const QString &) {
        s.complaint = ImportStrings::tr("it listens, and connects to nobody");
    });
    on(tool, "-p --protocol", true, [](CommandState &s, const QString &v, const QString &place) {
        s.builder.addHeader(QStringLiteral("Sec-WebSocket-Version"), v, place);
    });
    noted(tool, NoteKind::Ignored,
          ImportStrings::tr("what is sent after the connection is open is not taken"), "", "-x --execute");
    noted(tool, NoteKind::Ignored,
          ImportStrings::tr("the password of the client's key is not kept: the key must have none"), "",
          "--passphrase");
    on(tool, "-L --location", false, takeRedirects);
    noted(tool, NoteKind::Changed, ImportStrings::tr("at most 5 redirects are followed"), "",
          "--max-redirects");
    noted(tool, NoteKind::Aside, ImportStrings::tr("it is about wscat's own output and run"),
          "-P --show-ping-pong --slash --no-color -V --version", "-w --wait");
    tool.finish = finishWscat;
    return tool;
}

/// The ends that websocat connects, and layers around them: "autoreconnect:wss://…".
void takeWebsocatEnd(CommandState &state, const QString &word)
{
    // "ws-c:tcp:10.0.0.7:80" with --ws-c-uri: the address to dial for that URL.
    static const QRegularExpression dialled(
        QStringLiteral("^ws-(?:c|connect):(?:(?:ssl|tls)(?:-c|-connect)?:)?(?:tcp|tcp-connect|tcp-c|(unix|"
                       "unix-connect|unix-c)):(.+)$"));
    if (const auto way = dialled.match(word); way.hasMatch()) {
        state.builder.setConnectTo((way.captured(1).isEmpty() ? QString() : QStringLiteral("unix:")) +
                                       way.captured(2),
                                   placeOfVariable(state, word.section(u':', 0, 1)));
        return;
    }
    static const QRegularExpression layered(QStringLiteral("^((?:[a-z0-9-]+:)+?)(wss?://.*)$"));
    const auto match = layered.match(word);
    if (match.hasMatch()) {
        state.builder.ignore(placeOfVariable(state, match.captured(1).chopped(1)),
                             ImportStrings::tr("layers of websocat around the connection are not made"));
        takeUrl(state, match.captured(2));
    } else if (word.contains(QStringLiteral("://"))) {
        takeUrl(state, word);
    } else if (word == QStringLiteral("-")) {
        state.builder.note(NoteKind::Aside, placeOfVariable(state, word),
                           ImportStrings::tr("the other end is the terminal"));
    } else {
        static const QRegularExpression target(QStringLiteral("^[\\w.-]+(:\\d+)?(/\\S*)?$"));
        if (state.urls.isEmpty() && target.match(word).hasMatch() &&
            (word.contains(u'.') || word.contains(u':')))
            takeUrl(state, word);
        else
            state.builder.ignore(placeOfVariable(state, word.section(u':', 0, 0).left(40)),
                                 ImportStrings::tr("the other end that websocat joins is not made"));
    }
}

CommandTool makeWebsocat()
{
    CommandTool tool;
    tool.name = QStringLiteral("websocat");
    on(tool, "-H --header", true, addHeaderOption);
    on(tool, "--protocol", true, takeSubprotocols);
    on(tool, "--origin", true, header("Origin"));
    on(tool, "--basic-auth", true, takeBasic);
    on(tool, "-k --insecure", false, takeInsecure);
    on(tool, "--ping-interval", true, commandSecondsTo(&ProfileSettings::pingInterval));
    on(tool, "--ping-timeout", true, commandSecondsTo(&ProfileSettings::pingTimeout));
    on(tool, "--socks5", true, [](CommandState &s, const QString &v, const QString &) {
        s.builder.setProxy(QStringLiteral("socks5://") + v);
    });
    on(tool, "--ws-c-uri", true, takeUrl);
    noted(tool, NoteKind::Aside, ImportStrings::tr("it is about websocat's own output and run"),
          "-q -v --verbose -t --text -b --binary -1 --one-message -n --no-close -E --exit-on-eof -u "
          "--unidirectional -U "
          "--unidirectional-reverse -0 --null-terminated -S --strict --no-line --async-stdio "
          "--print-ping-rtts --line "
          "--no-fixups --linemode-zero-terminated --dump-spec --long-help --udp-oneshot --jsonrpc "
          "--jsonrpc-omit-jsonrpc "
          "--exit-on-hangup --max-messages-rev -e --set-environment --base64 --text-prefix",
          "-B --buffer-size --max-messages --queue-len --close-status-code --close-reason --header-to-env "
          "--uri "
          "--prometheus --read-buffer-limit");
    noted(
        tool, NoteKind::Ignored, ImportStrings::tr("a peer has no setting for it"),
        "--no-exit-on-zeromsg --inhibit-pongs --compress-deflate --compress-gzip --compress-zlib -p "
        "--oneshot",
        "--client-pkcs12-der --client-pkcs12-passwd --tls-domain --autoreconnect-delay-millis "
        "--server-header "
        "--server-protocol --socks5-destination --socks5-bind-script --request-method --request-uri "
        "--request-header "
        "--restrict-uri --static-file --conncap --basic-auth-file --pkcs12-der --pkcs12-passwd --exec-args");
    on(tool, "-s --server-mode", false, [](CommandState &s, const QString &, const QString &) {
        s.complaint = ImportStrings::tr("it listens, and connects to nobody");
    });
    tool.positional = takeWebsocatEnd;
    tool.finish = [](CommandState &state) { tellRestOfEnvironment(state, {}); };
    return tool;
}

/// Our own `pongwatch monitor` and `pongwatch ping`, as written by Copy As.
CommandTool makePongwatch()
{
    CommandTool tool;
    tool.name = QStringLiteral("pongwatch");
    on(tool, "--name", true, [](CommandState &s, const QString &v, const QString &) { s.subject = v; });
    forEachSetting([&tool]<typename T>(const Setting<T> &setting) {
        for (const SettingOption &option : setting.options) {
            if (!option.name)
                continue;
            QByteArray names = QByteArray("--") + option.name;
            if (option.letter)
                names += QByteArray(" -") + option.letter;
            if constexpr (std::is_same_v<T, ProfileSettings::Headers>)
                on(tool, names.constData(), true, addHeaderOption);
            else if constexpr (std::is_same_v<T, QStringList>)
                on(tool, names.constData(), true, takeSubprotocols);
            else if constexpr (DialoguePart<T>)
                on(tool, names.constData(), true, ownDialogueAction(setting));
            else if constexpr (std::is_same_v<T, ProxySettings>)
                on(tool, names.constData(), true,
                   [](CommandState &s, const QString &v, const QString &) { s.builder.setProxy(v); });
            else if constexpr (isPlainOption<T>)
                on(tool, names.constData(), *option.value != '\0', ownAction(setting, option));
        }
    });
    on(tool, "--insecure", false, takeInsecure);
    on(tool, "--user", true, takeBasic);
    on(tool, "--bearer", true, takeBearer);
    // The options of `ping`.
    tool.options[QStringLiteral("-i")] = tool.options[QStringLiteral("--interval")] =
        tool.options[QStringLiteral("--ping-interval")];
    tool.options[QStringLiteral("-W")] = tool.options[QStringLiteral("--timeout")] =
        tool.options[QStringLiteral("--ping-timeout")];
    noted(tool, NoteKind::Aside, ImportStrings::tr("it is about one run, and no setting of a peer"),
          "-q --quiet --no-history --minimized --demo",
          "--duration --output --report --history -c --count -w --deadline --language --metrics --screenshot "
          "--after");
    tool.positional = [](CommandState &s, const QString &word) {
        static const QStringList commands = {QStringLiteral("monitor"), QStringLiteral("ping"),
                                             QStringLiteral("examine"), QStringLiteral("trace")};
        if (!commands.contains(word) || !s.urls.isEmpty())
            takePositional(s, word);
    };
    tool.finish = [](CommandState &state) { tellRestOfEnvironment(state, {}); };
    return tool;
}

/// wsdump from websocket-client, and the command line of python-websockets.
CommandTool makePythonTool(const QString &program)
{
    CommandTool tool;
    tool.name = program;
    if (program.startsWith(QLatin1String("wsdump"))) {
        on(tool, "-p --proxy", true,
           [](CommandState &s, const QString &v, const QString &place) { takeCurlProxy(s, v, place); });
        on(tool, "-n --nocert", false, takeInsecure);
        on(tool, "-s --subprotocols", true, takeSubprotocols);
        on(tool, "-o --origin", true, header("Origin"));
        on(tool, "--headers", true, [](CommandState &s, const QString &v, const QString &place) {
            for (const QString &one : v.split(u',', Qt::SkipEmptyParts))
                addHeaderOption(s, one, place);
        });
        noted(tool, NoteKind::Ignored,
              ImportStrings::tr("what is sent after the connection is open is not taken"), "", "-t --text");
        noted(tool, NoteKind::Aside, ImportStrings::tr("it is about wsdump's own output and run"),
              "-r --raw --timings -v -vv -vvv --verbose -h --help", "--eof-wait");
    }
    noted(tool, NoteKind::Aside, ImportStrings::tr("it is about one run, and no setting of a peer"),
          "-V --version", "");
    tool.finish = [](CommandState &state) {
        if (const QString proxy = state.seen.value(QStringLiteral("proxy")); !proxy.isEmpty())
            state.builder.setProxy(proxy);
        tellRestOfEnvironment(state, {});
    };
    return tool;
}

QString withWebSocketScheme(const QString &target)
{
    return target.contains(QStringLiteral("://")) ? target : QStringLiteral("ws://") + target;
}

} // namespace

bool CommandTool::isKnown(const QString &program)
{
    static const QStringList names = {QStringLiteral("curl"),      QStringLiteral("wscat"),
                                      QStringLiteral("websocat"),  QStringLiteral("pongwatch"),
                                      QStringLiteral("wget"),      QStringLiteral("httpie"),
                                      QStringLiteral("xh"),        QStringLiteral("wsdump"),
                                      QStringLiteral("wsdump.py"), QStringLiteral("python-websockets")};
    return names.contains(program);
}

CommandTool CommandTool::named(const QString &program)
{
    CommandTool tool =
        program == QStringLiteral("curl")       ? makeCurl()
        : program == QStringLiteral("wscat")    ? makeWscat()
        : program == QStringLiteral("websocat") ? makeWebsocat()
        : program == QStringLiteral("wget")     ? makeWget()
        : program.startsWith(QLatin1String("wsdump")) || program == QStringLiteral("python-websockets")
            ? makePythonTool(program)
        : program == QStringLiteral("httpie") || program == QStringLiteral("xh") ? makeHttpie()
                                                                                 : makePongwatch();
    if (!tool.positional)
        tool.positional = [](CommandState &state, const QString &word) { takePositional(state, word); };
    // curl's http:// and wscat's ws:// mean the same.
    tool.withScheme = withWebSocketScheme;
    return tool;
}

const CommandOption *CommandTool::find(const QString &option) const
{
    const auto found = options.find(option);
    return found == options.end() ? nullptr : &found->second;
}

const CommandOption *CommandTool::findShort(const QString &option) const
{
    if (name != QStringLiteral("curl") && name != QStringLiteral("wget"))
        return nullptr;
    const auto first = options.lower_bound(option);
    const auto isOf = [&option](auto it) { return it->first.startsWith(option); };
    if (option.size() < 4 || first == options.end() || !isOf(first))
        return nullptr;
    const auto next = std::next(first);
    return next == options.end() || !isOf(next) ? &first->second : nullptr;
}

bool CommandTool::isTarget(const QString &word)
{
    static const QRegularExpression target(
        QStringLiteral("^\\w+://|^[\\w.-]+:\\d+(/|$)|^[\\w-]+(\\.[\\w-]+)+(/|$)|^localhost(/|$)"));
    return target.match(word).hasMatch();
}

} // namespace Pongwatch
