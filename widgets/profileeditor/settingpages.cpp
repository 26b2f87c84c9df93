// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/settingpages.h"

#include "items/typedtext.h"
#include "widgets/profileeditor/choicevalue.h"
#include "widgets/profileeditor/proxyvalue.h"
#include "widgets/profileeditor/secretvalue.h"

#include <QCoreApplication>
#include <QGridLayout>

namespace Pongwatch
{

namespace
{

using S = ProfileSettings;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::SettingPages)
};

using Words = SettingRow::Words;
using Said = std::function<QString()>;

LineValue::Form limitForm(std::optional<S::Limit> S::*member)
{
    return {[member](const S &settings) {
                const S::Limit limit = (settings.*member).value_or(S::Limit());
                return limit ? TypedText::ofDuration(*limit) : TypedText::off();
            },
            [member](const QString &text, S &settings) -> QString {
                if (text.trimmed().compare(TypedText::off(), Qt::CaseInsensitive) == 0) {
                    settings.*member = S::Limit();
                    return {};
                }
                const Result<nanoseconds> duration = TypedText::toDuration(text);
                if (!duration)
                    return Text::tr("%1, or “%2”", "what a time must be, and the word for none")
                        .arg(duration.error().answer, TypedText::off());
                settings.*member = S::Limit(duration.value());
                return {};
            },
            {},
            false,
            false};
}

LineValue::Form durationForm(std::optional<nanoseconds> S::*member)
{
    return {[member](const S &settings) {
                return TypedText::ofDuration((settings.*member).value_or(nanoseconds(0)));
            },
            [member](const QString &text, S &settings) -> QString {
                const Result<nanoseconds> duration = TypedText::toDuration(text);
                if (!duration)
                    return duration.error().answer;
                settings.*member = duration.value();
                return {};
            },
            {},
            false,
            false};
}

LineValue::Form textForm(std::optional<QString> S::*member, const Said &placeholder, bool isFile = false,
                         bool isLong = false)
{
    return {[member](const S &settings) { return (settings.*member).value_or(QString()); },
            [member](const QString &text, S &settings) -> QString {
                settings.*member = text;
                return {};
            },
            placeholder, isFile, isLong};
}

LineValue::Form listForm(std::optional<QStringList> S::*member, const Said &placeholder)
{
    return {[member](const S &settings) {
                return (settings.*member).value_or(QStringList()).join(QStringLiteral(", "));
            },
            [member](const QString &text, S &settings) -> QString {
                QStringList list;
                for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
                    if (!part.trimmed().isEmpty())
                        list.append(part.trimmed());
                }
                settings.*member = list;
                return {};
            },
            placeholder, false, false};
}

QString headersText(const S &settings)
{
    QStringList lines;
    for (const auto &[name, value] : settings.headers.value_or(S::Headers()))
        lines.append(QStringLiteral("%1: %2").arg(name, value));
    return lines.join(u'\n');
}

QString readHeaders(const QString &text, S &settings)
{
    S::Headers headers;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto header = parseHeader(line.trimmed());
        if (!header)
            return Text::tr("line %1: %2").arg(number).arg(header.error().answer);
        headers.append(header.value());
    }
    settings.headers = headers;
    return {};
}

QString factorText(const S &settings)
{
    return QLocale().toString(settings.reconnectFactor.value_or(1), 'g', QLocale::FloatingPointShortest);
}

QString readFactor(const QString &text, S &settings)
{
    bool ok = false;
    double factor = QLocale().toDouble(text.trimmed(), &ok);
    if (!ok)
        factor = QLocale::c().toDouble(text.trimmed(), &ok);
    if (!ok)
        return Text::tr("must be a number of 1 or more");
    settings.reconnectFactor = factor;
    return {};
}

QString bytesText(const S &settings)
{
    return TypedText::ofBytes(settings.maxMessageBytes.value_or(0));
}

QString readBytes(const QString &text, S &settings)
{
    const Result<qint64> bytes = TypedText::toBytes(text);
    if (!bytes)
        return bytes.error().answer;
    settings.maxMessageBytes = bytes.value();
    return {};
}

/// A choice whose values are 0, 1, 2 … of an enumeration, or false and true.
template <typename T>
ChoiceValue::Form choiceForm(std::optional<T> S::*member, const std::function<QStringList()> &words)
{
    return {words, [member](const S &settings) { return static_cast<int>((settings.*member).value_or(T())); },
            [member](int index, S &settings) { settings.*member = static_cast<T>(index); }};
}

/// Builds the pages one after the other.
class Builder
{
public:
    explicit Builder(QWidget *parent)
        : m_parent(parent)
    {
    }

    void page(const Said &title)
    {
        m_page = new QWidget(m_parent);
        m_layout = new QGridLayout(m_page);
        m_layout->setHorizontalSpacing(12);
        m_layout->setVerticalSpacing(3);
        m_layout->setColumnStretch(1, 1);
        m_layout->setColumnMinimumWidth(2, 160);
        m_pages.append({title, m_page, {}});
    }

    SettingRow *row(const SettingAccess &access, const Said &label, ValueEditor *editor,
                    const Said &hint = {})
    {
        auto *made = new SettingRow(access, {label, hint}, editor, m_page);
        made->addTo(m_layout);
        m_pages.last().rows.append(made);
        return made;
    }

    template <typename T>
    SettingRow *line(std::optional<T> S::*member, const Said &label, const LineValue::Form &form,
                     const Said &hint = {})
    {
        return row(accessTo(member), label, new LineValue(form, m_page), hint);
    }

    template <typename T>
    SettingRow *choice(std::optional<T> S::*member, const Said &label,
                       const std::function<QStringList()> &words, const Said &hint = {})
    {
        return row(accessTo(member), label, new ChoiceValue(choiceForm(member, words), m_page), hint);
    }

    SecretValue *secret(SecretValue::Member member, const Said &label, const Said &purpose, const Said &hint,
                        const std::function<bool(const S &)> &isShown)
    {
        auto *value = new SecretValue(member, purpose, m_page);
        row(accessTo(member), label, value, hint)->setShownWhen(isShown);
        return value;
    }

    ValueEditor *proxy() { return new ProxyValue(m_page); }

    QList<SettingPage> finish()
    {
        for (const SettingPage &made : std::as_const(m_pages)) {
            auto *layout = static_cast<QGridLayout *>(made.widget->layout());
            layout->setRowStretch(layout->rowCount(), 1);
            for (SettingRow *one : made.rows)
                one->retranslate();
        }
        return m_pages;
    }

private:
    QWidget *m_parent;
    QWidget *m_page = nullptr;
    QGridLayout *m_layout = nullptr;
    QList<SettingPage> m_pages;
};

QStringList noAndYes()
{
    return {Text::tr("No"), Text::tr("Yes")};
}

void addConnection(Builder &builder)
{
    builder.page([] { return Text::tr("Connection"); });
    builder.line(
        &S::openTimeout, [] { return Text::tr("&Give up dialling after"); }, durationForm(&S::openTimeout),
        [] { return Text::tr("Name, TCP, TLS and upgrade together."); });
    builder.line(
        &S::closeTimeout, [] { return Text::tr("Wait for the &close"); }, durationForm(&S::closeTimeout));
    builder.choice(
        &S::addressFamily, [] { return Text::tr("&Addresses"); },
        [] {
            return QStringList{Text::tr("IPv4 and IPv6"), Text::tr("Only IPv4"), Text::tr("Only IPv6")};
        });
    builder.line(
        &S::maxMessageBytes, [] { return Text::tr("&Largest message"); },
        {bytesText, readBytes, {}, false, false},
        [] { return Text::tr("A larger one ends the connection with 1009."); });
}

void addKeepalive(Builder &builder)
{
    builder.page([] { return Text::tr("Keepalive"); });
    builder.line(
        &S::pingInterval, [] { return Text::tr("&Ping every"); }, limitForm(&S::pingInterval));
    builder.line(
        &S::pingTimeout, [] { return Text::tr("&Time out after"); }, limitForm(&S::pingTimeout),
        [] { return Text::tr("Off: it is pinged and measured, and never given up."); });
    builder.choice(
        &S::onTimeout, [] { return Text::tr("&On a timeout"); },
        [] {
            return QStringList{Text::tr("Close, then reconnect"), Text::tr("Flag it and go on")};
        });
    builder.line(
        &S::slowAfter, [] { return Text::tr("&Slow from"); }, limitForm(&S::slowAfter),
        [] { return Text::tr("Answers that take longer are marked, and the peer is shown as slow."); });
}

void addReconnect(Builder &builder)
{
    builder.page([] { return Text::tr("Reconnect"); });
    builder.choice(
        &S::reconnectEnabled, [] { return Text::tr("&Reconnect"); }, noAndYes);
    builder.line(
        &S::reconnectInitial, [] { return Text::tr("&First wait at most"); },
        durationForm(&S::reconnectInitial),
        [] { return Text::tr("It is random, so that many do not come back at once."); });
    builder.line(
        &S::reconnectMinimum, [] { return Text::tr("&Second wait"); }, durationForm(&S::reconnectMinimum));
    builder.line(&S::reconnectFactor, [] { return Text::tr("&Growing by"); },
                 {factorText, readFactor, {}, false, false});
    builder.line(
        &S::reconnectMaximum, [] { return Text::tr("&Longest wait"); }, durationForm(&S::reconnectMaximum));
    builder.line(
        &S::reconnectStableAfter, [] { return Text::tr("Start &over after"); },
        durationForm(&S::reconnectStableAfter),
        [] { return Text::tr("A connection that was open for so long counts as stable."); });
}

void addTls(Builder &builder)
{
    builder.page([] { return Text::tr("TLS"); });
    builder.choice(
        &S::tlsVerify, [] { return Text::tr("&Verify the certificate"); },
        [] {
            return QStringList{Text::tr("No: anybody may answer"), Text::tr("Yes")};
        },
        [] { return Text::tr("Without it the peer is marked in the list for as long as it is off."); });
    builder.line(
        &S::tlsCaFile, [] { return Text::tr("Certificate &authorities"); },
        textForm(
            &S::tlsCaFile, [] { return Text::tr("the system's"); }, true));
    builder.line(
        &S::tlsClientCertificate, [] { return Text::tr("&Client certificate"); },
        textForm(
            &S::tlsClientCertificate, [] { return Text::tr("none"); }, true));
    builder.line(
        &S::tlsClientKey, [] { return Text::tr("Client &key"); },
        textForm(
            &S::tlsClientKey, [] { return Text::tr("none"); }, true));
}

void addHandshake(Builder &builder, const Said &purpose, QList<SecretValue *> *secrets)
{
    builder.page([] { return Text::tr("Headers and Sign-in"); });
    builder.choice(
        &S::authKind, [] { return Text::tr("&Sign in with"); },
        [] {
            return QStringList{Text::tr("Nothing"), Text::tr("User and password (basic)"),
                               Text::tr("A token (bearer)")};
        });
    builder
        .line(
            &S::authUser, [] { return Text::tr("&User"); }, textForm(&S::authUser, {}))
        ->setShownWhen(
            [](const S &now) { return now.authKind.value_or(AuthKind::Basic) == AuthKind::Basic; });
    secrets->append(builder.secret(
        &S::authSecret, [] { return Text::tr("&Password or token"); }, purpose,
        [] { return Text::tr("Kept apart from the file. $NAME takes it from the environment."); },
        [](const S &now) { return now.authKind.value_or(AuthKind::Basic) != AuthKind::None; }));
    builder.line(&S::headers, [] { return Text::tr("&Headers"); },
                 {headersText, readHeaders, [] { return Text::tr("Name: value, one a line"); }, false, true});
    builder.line(
        &S::subprotocols, [] { return Text::tr("Sub-p&rotocols"); },
        listForm(&S::subprotocols, [] { return Text::tr("none; several with commas"); }));
    builder.line(
        &S::origin, [] { return Text::tr("&Origin"); },
        textForm(&S::origin, [] { return Text::tr("none"); }));
}

void addProxy(Builder &builder, const Said &purpose, QList<SecretValue *> *secrets)
{
    builder.page([] { return Text::tr("Proxy"); });
    builder.row(
        accessTo(&S::proxy), [] { return Text::tr("&Proxy"); }, builder.proxy());
    secrets->append(builder.secret(
        &S::proxySecret, [] { return Text::tr("Pass&word"); },
        [purpose] { return Text::tr("%1 proxy", "what a secret is for").arg(purpose()); },
        [] { return Text::tr("Kept apart from the file. $NAME takes it from the environment."); },
        [](const S &now) {
            const ProxyKind kind = now.proxy ? now.proxy->kind : ProxyKind::Http;
            return kind == ProxyKind::Http || kind == ProxyKind::Socks5;
        }));
}

void addHeartbeat(Builder &builder)
{
    builder.page([] { return Text::tr("Heartbeat"); });
    builder.line(
        &S::heartbeatSend, [] { return Text::tr("&Send"); },
        textForm(
            &S::heartbeatSend, [] { return Text::tr("nothing: ping frames are sent"); }, false, true),
        [] {
            return Text::tr("A text message in place of each ping, for servers that answer no pings. "
                            "%1 in it becomes something new each time.")
                .arg(heartbeatToken);
        });
    builder.line(
        &S::heartbeatExpect, [] { return Text::tr("&Expect"); },
        textForm(&S::heartbeatExpect, [] { return Text::tr("any text message"); }),
        [] {
            return Text::tr("A regular expression that the answer matches; %1 stands for the same again.")
                .arg(heartbeatToken);
        });
}

} // namespace

QList<SettingPage> makeSettingPages(QWidget *parent, const std::function<QString()> &purpose,
                                    QList<SecretValue *> *secrets)
{
    Builder builder(parent);
    addConnection(builder);
    addKeepalive(builder);
    addReconnect(builder);
    addTls(builder);
    addHandshake(builder, purpose, secrets);
    addProxy(builder, purpose, secrets);
    addHeartbeat(builder);
    return builder.finish();
}

} // namespace Pongwatch
