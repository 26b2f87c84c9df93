// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/settingpages.h"

#include "settings/settingstable.h"
#include "text/typedtext.h"
#include "widgets/profileeditor/choicevalue.h"
#include "widgets/profileeditor/dialoguerows.h"
#include "widgets/profileeditor/parametersvalue.h"
#include "widgets/profileeditor/presetvalue.h"
#include "widgets/profileeditor/proxyvalue.h"
#include "widgets/profileeditor/secretvalue.h"
#include "workspace/profilefields.h"

#include <QCoreApplication>
#include <QGridLayout>

#include <algorithm>

namespace Pongwatch
{

namespace
{

using S = ProfileSettings;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::SettingPages)
};

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

LineValue::Form slowForm(std::optional<SlowLimit> S::*member)
{
    const auto word = [] { return Text::tr("auto", "the word for a limit that follows the peer's past"); };
    return {[member, word](const S &settings) {
                const SlowLimit limit = (settings.*member).value_or(SlowLimit());
                return limit.isAuto  ? word()
                       : limit.after ? TypedText::ofDuration(*limit.after)
                                     : TypedText::off();
            },
            [member, word](const QString &text, S &settings) -> QString {
                const auto is = [typed = text.trimmed()](const QString &other) {
                    return typed.compare(other, Qt::CaseInsensitive) == 0;
                };
                if (is(word()) || is(TypedText::off())) {
                    settings.*member = is(word()) ? SlowLimit::byItself() : SlowLimit();
                    return {};
                }
                const Result<nanoseconds> duration = TypedText::toDuration(text);
                if (!duration)
                    return Text::tr("%1, “%2” or “%3”", "what a time must be, and the words for others")
                        .arg(duration.error().answer, word(), TypedText::off());
                settings.*member = SlowLimit(duration.value());
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
                for (const QString &part : text.split(u',', Qt::SkipEmptyParts))
                    if (!part.trimmed().isEmpty())
                        list.append(part.trimmed());
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

LineValue::Form numberForm(const Setting<double> &setting)
{
    return {[member = setting.own](const S &settings) {
                return QLocale().toString((settings.*member).value_or(1), 'g',
                                          QLocale::FloatingPointShortest);
            },
            [member = setting.own](const QString &text, S &settings) -> QString {
                bool ok = false;
                double number = QLocale().toDouble(text.trimmed(), &ok);
                if (!ok)
                    number = QLocale::c().toDouble(text.trimmed(), &ok);
                if (!ok)
                    return Text::tr("must be a number of 1 or more");
                settings.*member = number;
                return {};
            },
            {},
            false,
            false};
}

LineValue::Form bytesForm(std::optional<qint64> S::*member)
{
    return {[member](const S &settings) { return TypedText::ofBytes((settings.*member).value_or(0)); },
            [member](const QString &text, S &settings) -> QString {
                const Result<qint64> bytes = TypedText::toBytes(text);
                if (!bytes)
                    return bytes.error().answer;
                settings.*member = bytes.value();
                return {};
            },
            {},
            false,
            false};
}

/// A choice between 0, 1, 2 … of an enumeration, or between false and true.
template <typename T>
ChoiceValue::Form choiceForm(std::optional<T> S::*member, const std::function<QStringList()> &words)
{
    return {words, [member](const S &settings) { return static_cast<int>((settings.*member).value_or(T())); },
            [member](int index, S &settings) { settings.*member = static_cast<T>(index); }};
}

/// A text from the table, translated when needed; empty: none.
Said said(const char *text)
{
    if (!*text)
        return {};
    return [text] {
        const QString translated = Text::tr(text);
        return translated.contains(QStringLiteral("%1")) ? translated.arg(heartbeatToken) : translated;
    };
}

QString titleOf(EditorPage page)
{
    switch (page) {
    case EditorPage::Connection:
        return Text::tr("Connection");
    case EditorPage::Keepalive:
        return Text::tr("Keepalive");
    case EditorPage::Reconnect:
        return Text::tr("Reconnect");
    case EditorPage::Tls:
        return Text::tr("TLS");
    case EditorPage::Handshake:
        return Text::tr("Headers and Sign-in");
    case EditorPage::Proxy:
        return Text::tr("Proxy");
    case EditorPage::Heartbeat:
        return Text::tr("Heartbeat");
    case EditorPage::Dialogue:
        return Text::tr("Dialogue");
    case EditorPage::Path:
        break;
    }
    return Text::tr("Network Path");
}

/// Builds the pages one after the other.
class Builder
{
public:
    Builder(QWidget *parent, Said purpose, QList<SecretValue *> *secrets, DialogueFields *fields)
        : m_parent(parent)
        , m_purpose(std::move(purpose))
        , m_secrets(secrets)
        , m_fields(fields)
    {
    }

    void page(EditorPage page)
    {
        m_page = new QWidget(m_parent);
        m_layout = new QGridLayout(m_page);
        m_layout->setHorizontalSpacing(12);
        m_layout->setVerticalSpacing(3);
        m_layout->setColumnStretch(1, 1);
        m_layout->setColumnMinimumWidth(2, 160);
        m_pages.append({[page] { return titleOf(page); }, m_page, {}});
        const auto editorOf = [](const AnySetting &any) {
            return std::visit([](const auto &setting) { return setting.editor; }, any);
        };
        std::vector<const AnySetting *> rows;
        for (const AnySetting &any : settingsTable())
            if (editorOf(any).page == page)
                rows.push_back(&any);
        std::stable_sort(rows.begin(), rows.end(), [&](const AnySetting *a, const AnySetting *b) {
            return editorOf(*a).place < editorOf(*b).place;
        });
        for (const AnySetting *any : rows)
            std::visit([this](const auto &setting) { row(setting); }, *any);
    }

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
    template <typename T>
    void row(const Setting<T> &setting)
    {
        const SettingEditor &about = setting.editor;
        auto *made = new SettingRow(accessTo(setting.own), {said(about.label), said(about.hint)},
                                    editorFor(setting), m_page);
        made->addTo(m_layout);
        if (about.isShown)
            made->setShownWhen(about.isShown);
        if (QLatin1String(setting.path) == QLatin1String("auth.secret"))
            made->setCheckedWith(complaintAboutToken);
        if (QLatin1String(setting.path) == QLatin1String("headers"))
            made->setCheckedWith(complaintAboutCredentials);
        if constexpr (std::is_same_v<T, S::Parameters>)
            made->setCheckedWith([fields = m_fields](const S &now) {
                const DialoguePreset *preset = fields->preset ? fields->preset->chosen() : nullptr;
                return preset ? complaintAboutParameters(*preset,
                                                         now.dialogueParameters.value_or(S::Parameters()))
                              : QString();
            });
        m_pages.last().rows.append(made);
    }

    template <typename T>
    ValueEditor *editorFor(const Setting<T> &setting)
    {
        if constexpr (std::is_same_v<T, SecretReference>) {
            m_secrets->append(new SecretValue(setting.own, purposeOn(setting.editor.page), m_page));
            return m_secrets->last();
        } else if constexpr (std::is_same_v<T, ProxySettings>) {
            return new ProxyValue(m_page);
        } else if constexpr (std::is_same_v<T, S::Steps>) {
            return new DialogueRows(DialogueRows::Kind::Steps, m_page);
        } else if constexpr (std::is_same_v<T, S::Answers>) {
            return new DialogueRows(DialogueRows::Kind::Answers, m_page);
        } else if constexpr (std::is_same_v<T, S::Alive>) {
            return new AliveValue(m_page);
        } else if constexpr (std::is_same_v<T, S::Parameters>) {
            return m_fields->parameters = new ParametersValue(m_page);
        } else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
            return new ChoiceValue(choiceForm(setting.own, choicesOf(setting.editor)), m_page);
        } else {
            if constexpr (std::is_same_v<T, QString>) {
                if (setting.form == TextForm::Preset)
                    return m_fields->preset = new PresetValue(m_page);
            }
            return new LineValue(lineForm(setting), m_page);
        }
    }

    template <typename T>
    static LineValue::Form lineForm(const Setting<T> &setting)
    {
        const Said placeholder = said(setting.editor.placeholder);
        if constexpr (std::is_same_v<T, S::Limit>)
            return limitForm(setting.own);
        else if constexpr (std::is_same_v<T, SlowLimit>)
            return slowForm(setting.own);
        else if constexpr (std::is_same_v<T, nanoseconds>)
            return durationForm(setting.own);
        else if constexpr (std::is_same_v<T, double>)
            return numberForm(setting);
        else if constexpr (std::is_same_v<T, qint64>)
            return bytesForm(setting.own);
        else if constexpr (std::is_same_v<T, QStringList>)
            return listForm(setting.own, placeholder);
        else if constexpr (std::is_same_v<T, S::Headers>)
            return {headersText, readHeaders, placeholder, false, true};
        else
            return textForm(setting.own, placeholder,
                            setting.form == TextForm::CertificateFile || setting.form == TextForm::KeyFile,
                            setting.form == TextForm::Message);
    }

    static std::function<QStringList()> choicesOf(const SettingEditor &about)
    {
        return [choices = about.choices] {
            QStringList words;
            for (const char *choice : choices)
                if (choice)
                    words.append(Text::tr(choice));
            return words;
        };
    }

    /// The purpose of a secret on a page: the beginning of its name in the keychain.
    [[nodiscard]] Said purposeOn(EditorPage page) const
    {
        if (page != EditorPage::Proxy)
            return m_purpose;
        return [purpose = m_purpose] { return Text::tr("%1 proxy", "what a secret is for").arg(purpose()); };
    }

    QWidget *m_parent;
    Said m_purpose;
    QList<SecretValue *> *m_secrets;
    DialogueFields *m_fields;
    QWidget *m_page = nullptr;
    QGridLayout *m_layout = nullptr;
    QList<SettingPage> m_pages;
};

} // namespace

QList<SettingPage> makeSettingPages(QWidget *parent, const std::function<QString()> &purpose,
                                    QList<SecretValue *> *secrets, DialogueFields *fields)
{
    Builder builder(parent, purpose, secrets, fields);
    for (const EditorPage page : {EditorPage::Connection, EditorPage::Keepalive, EditorPage::Reconnect,
                                  EditorPage::Tls, EditorPage::Handshake, EditorPage::Proxy,
                                  EditorPage::Heartbeat, EditorPage::Dialogue, EditorPage::Path})
        builder.page(page);
    return builder.finish();
}

QList<SettingPage> makeKeepalivePages(QWidget *parent)
{
    Builder builder(parent, {}, nullptr, nullptr);
    builder.page(EditorPage::Keepalive);
    builder.page(EditorPage::Reconnect);
    return builder.finish();
}

} // namespace Pongwatch
