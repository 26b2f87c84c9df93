// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/connectionoptions.h"

#include "app/commandline/commandlinestrings.h"
#include "app/commandline/optionvalues.h"
#include "app/commandline/secrets.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qint64 mostMessageBytes = 1024LL * 1024 * 1024;

Error bad(const QString &option, const QString &why)
{
    return Error{CommandLineStrings::tr("reading the option"), option, why};
}

/// Reads options into settings one by one; after the first error the others are left alone.
class Reader
{
public:
    Reader(const ParsedArguments &arguments, const ConnectionSettings &defaults)
        : m_arguments(arguments)
        , m_settings(defaults)
    {
    }

    [[nodiscard]] Result<ConnectionSettings> read()
    {
        readTimes();
        readHandshake();
        readAuth();
        readTls();
        readNetwork();
        if (m_error)
            return *m_error;
        return m_settings;
    }

private:
    /// Calls `parse` with the option's name and value, and puts what it gives into `target`.
    template <typename T, typename Parse>
    void take(const QString &name, T &target, Parse parse)
    {
        if (m_error || !m_arguments.has(name))
            return;
        auto result = parse(QStringLiteral("--") + name, m_arguments.value(name));
        if (result)
            target = std::move(result).value();
        else
            m_error = result.error();
    }

    void check(const Outcome &outcome)
    {
        if (!m_error && !outcome)
            m_error = outcome.error();
    }

    void readTimes()
    {
        KeepaliveSettings &keepalive = m_settings.keepalive;
        take(QStringLiteral("ping-interval"), keepalive.interval, parseDurationOrOff);
        take(QStringLiteral("ping-timeout"), keepalive.timeout, parseDurationOrOff);
        take(QStringLiteral("open-timeout"), m_settings.openTimeout, parseDuration);
        take(QStringLiteral("close-timeout"), m_settings.closeTimeout, parseDuration);
        take(QStringLiteral("slow-after"), keepalive.slowAfter, parseDuration);
        take(QStringLiteral("on-timeout"), keepalive.onTimeout,
             [](const QString &option, const QString &text) -> Result<OnTimeout> {
                 if (text == QStringLiteral("close"))
                     return OnTimeout::Close;
                 if (text == QStringLiteral("keep"))
                     return OnTimeout::Keep;
                 return bad(option,
                            CommandLineStrings::tr("“%1” is neither “close” nor “keep”").arg(text.left(60)));
             });
        take(QStringLiteral("reconnect"), m_settings.reconnect.enabled, parseSwitch);
        readHeartbeat();
    }

    void readHeartbeat()
    {
        const QString send = QStringLiteral("heartbeat");
        const QString expect = QStringLiteral("heartbeat-expect");
        if (m_error || (!m_arguments.has(send) && !m_arguments.has(expect)))
            return;
        HeartbeatSettings heartbeat = m_settings.keepalive.heartbeat.value_or(HeartbeatSettings{});
        if (m_arguments.has(send))
            heartbeat.send = m_arguments.value(send);
        if (m_arguments.has(expect))
            heartbeat.expect = m_arguments.value(expect);
        const Result<HeartbeatSettings> checked = checkHeartbeat(heartbeat);
        if (checked)
            m_settings.keepalive.heartbeat = checked.value();
        else
            m_error = bad(QStringLiteral("--") + (heartbeat.send.isEmpty() ? expect : send),
                          checked.error().answer);
    }

    void readHandshake()
    {
        const QStringList headers = m_arguments.values(QStringLiteral("header"));
        for (const QString &text : headers)
            readHeader(text);
        const QStringList subprotocols = m_arguments.values(QStringLiteral("subprotocol"));
        for (const QString &name : subprotocols)
            readSubprotocol(name);
        take(QStringLiteral("origin"), m_settings.origin,
             [](const QString &option, const QString &text) -> Result<QString> {
                 const bool plain = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
                     return c.unicode() > 0x20 && c.unicode() < 0x7f;
                 });
                 if (text.isEmpty() || !plain)
                     return bad(option, CommandLineStrings::tr("an origin looks like https://example.org"));
                 return text;
             });
    }

    void readHeader(const QString &text)
    {
        if (m_error)
            return;
        const QString option = QStringLiteral("--header");
        if (text.startsWith(u'@')) {
            const Result<QString> lines = resolveSecret(option, text);
            if (!lines)
                m_error = lines.error();
            else
                for (const QString &line : lines.value().split(u'\n', Qt::SkipEmptyParts))
                    addHeader(line.endsWith(u'\r') ? line.chopped(1) : line);
            return;
        }
        const qsizetype colon = text.indexOf(u':');
        const Result<QString> value = resolveSecret(option, text.mid(colon + 1).trimmed());
        // Only a value that stands for another one is replaced: a line break must not be trimmed away.
        if (!value)
            m_error = value.error();
        else if (colon > 0 && value.value() != text.mid(colon + 1).trimmed())
            addHeader(text.left(colon + 1) + value.value());
        else
            addHeader(text);
    }

    void addHeader(const QString &text)
    {
        if (m_error)
            return;
        auto header = parseHeader(text);
        if (header)
            m_settings.headers.append(std::move(header).value());
        else
            m_error = header.error();
    }

    void readSubprotocol(const QString &name)
    {
        if (m_error)
            return;
        const QString option = QStringLiteral("--subprotocol");
        // RFC 6455 4.1: a token as in HTTP, and no two the same.
        const bool isToken = !name.isEmpty() && parseHeader(name + QStringLiteral(": ")).ok();
        if (!isToken)
            m_error =
                bad(option,
                    CommandLineStrings::tr("it is empty or has a character that RFC 6455 does not allow"));
        else if (m_settings.subprotocols.contains(name))
            m_error = bad(option, CommandLineStrings::tr("“%1” is given twice").arg(name.left(60)));
        else
            m_settings.subprotocols.append(name);
    }

    void readAuth()
    {
        const bool hasUser = m_arguments.has(QStringLiteral("user"));
        if (hasUser && m_arguments.has(QStringLiteral("bearer"))) {
            check(bad(QStringLiteral("--bearer"),
                      CommandLineStrings::tr("it can't be given together with --user")));
            return;
        }
        const bool hasHeader =
            std::any_of(m_settings.headers.cbegin(), m_settings.headers.cend(), [](const auto &header) {
                return header.first.compare(QLatin1String("Authorization"), Qt::CaseInsensitive) == 0;
            });
        if (hasHeader && (hasUser || m_arguments.has(QStringLiteral("bearer"))))
            check(bad(QStringLiteral("--header"),
                      CommandLineStrings::tr(
                          "an Authorization header can't be given together with --user or --bearer")));
        take(QStringLiteral("user"), m_settings.auth, readUser);
        take(QStringLiteral("bearer"), m_settings.auth, readBearer);
    }

    static Result<AuthSettings> readUser(const QString &option, const QString &text)
    {
        Result<QString> whole = resolveSecret(option, text);
        if (!whole)
            return whole.error();
        const QString both = whole.value();
        const qsizetype colon = both.indexOf(u':');
        if (colon <= 0)
            return bad(option, CommandLineStrings::tr("it is not of the form USER:PASSWORD"));
        // "ada:$PASSWORD"; but what came from the environment or a file stands for itself.
        Result<QString> password =
            both == text ? resolveSecret(option, both.mid(colon + 1)) : Result<QString>(both.mid(colon + 1));
        if (!password)
            return password.error();
        const QString all = both.left(colon) + password.value();
        const bool control = std::any_of(all.cbegin(), all.cend(),
                                         [](QChar c) { return c.category() == QChar::Other_Control; });
        if (control)
            return bad(option, CommandLineStrings::tr("it has a line break or another control character"));
        return AuthSettings{AuthKind::Basic, both.left(colon), password.value()};
    }

    static Result<AuthSettings> readBearer(const QString &option, const QString &text)
    {
        Result<QString> token = resolveSecret(option, text);
        if (!token)
            return token.error();
        const QString &value = token.value();
        const bool plain = std::all_of(value.cbegin(), value.cend(),
                                       [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
        if (value.isEmpty())
            return bad(option, CommandLineStrings::tr("the token is empty"));
        if (!plain)
            return bad(option, CommandLineStrings::tr(
                                   "the token has a space, a line break or another character that a "
                                   "header can't carry"));
        return AuthSettings{AuthKind::Bearer, {}, value};
    }

    void readTls()
    {
        TlsSettings &tls = m_settings.tls;
        take(QStringLiteral("ca"), tls.caFile, readCertificateFile);
        take(QStringLiteral("client-cert"), tls.clientCertificate, readCertificateFile);
        take(QStringLiteral("client-key"), tls.clientKey,
             [](const QString &option, const QString &path) -> Result<QString> {
                 const Outcome readable = checkReadable(option, path);
                 if (!readable)
                     return readable.error();
                 return path;
             });
        if (tls.clientCertificate.isEmpty() != tls.clientKey.isEmpty())
            check(bad(tls.clientKey.isEmpty() ? QStringLiteral("--client-cert")
                                              : QStringLiteral("--client-key"),
                      CommandLineStrings::tr("--client-cert and --client-key are only of use together")));
        if (m_arguments.has(QStringLiteral("insecure")))
            tls.verify = false;
    }

    static Result<QString> readCertificateFile(const QString &option, const QString &path)
    {
        const Outcome readable = checkReadable(option, path);
        if (!readable)
            return readable.error();
        QFile file(path);
        constexpr qint64 mostBytes = 1024 * 1024; // bundles of authorities have a few hundred KiB
        if (!file.open(QIODevice::ReadOnly) || !file.read(mostBytes).contains("CERTIFICATE-----"))
            return bad(option,
                       CommandLineStrings::tr("the file “%1” holds no certificate in PEM form").arg(path));
        return path;
    }

    void readNetwork()
    {
        take(QStringLiteral("proxy"), m_settings.proxy, parseProxy);
        take(QStringLiteral("max-message"), m_settings.maxMessageBytes,
             [](const QString &option, const QString &text) {
                 return parseWholeNumber(option, text, 1, mostMessageBytes);
             });
        const bool v4 = m_arguments.has(QStringLiteral("ipv4"));
        const bool v6 = m_arguments.has(QStringLiteral("ipv6"));
        if (v4 && v6)
            check(bad(QStringLiteral("--ipv6"),
                      CommandLineStrings::tr("it can't be given together with --ipv4")));
        else if (v4 || v6)
            m_settings.addressFamily = v4 ? AddressFamily::IPv4 : AddressFamily::IPv6;
    }

    const ParsedArguments &m_arguments;
    ConnectionSettings m_settings;
    std::optional<Error> m_error;
};

} // namespace

QList<OptionSpec> connectionOptionSpecs()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return {
        {s("ping-interval"),
         {},
         s("S|off"),
         CommandLineStrings::tr("Seconds between two pings; off: none are sent (20)")},
        {s("ping-timeout"),
         {},
         s("S|off"),
         CommandLineStrings::tr("Seconds to wait for a pong; off: for ever (20)")},
        {s("open-timeout"),
         {},
         s("S"),
         CommandLineStrings::tr("Seconds until a connection must be open (10)")},
        {s("close-timeout"),
         {},
         s("S"),
         CommandLineStrings::tr("Seconds until a connection must be closed (10)")},
        {s("slow-after"),
         {},
         s("S"),
         CommandLineStrings::tr("Flag answers that take longer than this as slow")},
        {s("on-timeout"),
         {},
         s("close|keep"),
         CommandLineStrings::tr(
             "When a pong is missing: close and reconnect, or keep the connection and flag it (close)")},
        {s("heartbeat"),
         {},
         s("TEXT"),
         CommandLineStrings::tr("Send this text message in place of pings; %id% in it is new each time")},
        {s("heartbeat-expect"),
         {},
         s("REGEX"),
         CommandLineStrings::tr(
             "What an answer to the heartbeat contains, with %id% for the same again (any message)")},
        {s("reconnect"),
         {},
         s("on|off"),
         CommandLineStrings::tr("Dial again after the end of a connection (on)")},
        {s("header"), u'H', s("'NAME: VALUE'"),
         CommandLineStrings::tr(
             "Send this header in the handshake; the value may be $VARIABLE or @FILE; @FILE alone is a "
             "file of headers, one a line. Repeatable."),
         true, true},
        {s("subprotocol"), {}, s("P"), CommandLineStrings::tr("Offer this sub-protocol. Repeatable."), true},
        {s("origin"), {}, s("O"), CommandLineStrings::tr("Send this Origin header")},
        {s("user"),
         {},
         s("U:P"),
         CommandLineStrings::tr("Basic authentication; the password may be $VARIABLE or @FILE"),
         false,
         true},
        {s("bearer"),
         {},
         s("TOKEN"),
         CommandLineStrings::tr("Bearer authentication; $VARIABLE or @FILE, too"),
         false,
         true},
        {s("ca"),
         {},
         s("FILE"),
         CommandLineStrings::tr("Trust the certificates in this file (PEM) and no others")},
        {s("client-cert"), {}, s("FILE"), CommandLineStrings::tr("Client certificate (PEM)")},
        {s("client-key"), {}, s("FILE"), CommandLineStrings::tr("Key of the client certificate (PEM)")},
        {s("insecure"), {}, {}, CommandLineStrings::tr("Do not verify the server's certificate")},
        {s("proxy"),
         {},
         s("URL|system|none"),
         CommandLineStrings::tr("http://HOST:PORT, socks5://HOST:PORT, the system's, or none (system)"),
         false,
         true},
        {s("ipv4"), u'4', {}, CommandLineStrings::tr("Use IPv4 only")},
        {s("ipv6"), u'6', {}, CommandLineStrings::tr("Use IPv6 only")},
        {s("max-message"),
         {},
         s("BYTES"),
         CommandLineStrings::tr("End the connection when the peer sends a larger message (1048576)")},
    };
}

Result<ConnectionSettings> readConnectionOptions(const ParsedArguments &arguments,
                                                 const ConnectionSettings &defaults)
{
    return Reader(arguments, defaults).read();
}

ConnectionSettings settingsFor(const QUrl &url, const ConnectionSettings &settings)
{
    ConnectionSettings own = settings;
    own.url = url;
    if (!url.userInfo().isEmpty()) {
        if (own.auth.kind == AuthKind::None)
            own.auth = AuthSettings{AuthKind::Basic, url.userName(QUrl::FullyDecoded),
                                    url.password(QUrl::FullyDecoded)};
        own.url.setUserInfo(QString());
    }
    return own;
}

} // namespace Pongwatch
