// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/presetvalue.h"

#include "text/typedtext.h"
#include "text/wording.h"
#include "widgets/profileeditor/controlpictures.h"
#include "widgets/statuslook.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestShown = 160;

QString shownText(const QString &text)
{
    // JSON has no spaces where it could wrap.
    static const QRegularExpression afterMark(QStringLiteral("([,:}\\]|])"));
    return Wording::harmless(withControlPictures(text), longestShown)
        .replace(afterMark, QStringLiteral("\\1\u200b"));
}

/// What a preset does, one thing per line.
struct PresetWords {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PresetValue)

public:
    static QString url(const DialoguePreset &preset)
    {
        QUrlQuery query;
        for (const auto &[name, value] : preset.query)
            query.addQueryItem(name, value);
        const QString added = preset.path + (query.isEmpty() ? QString() : QString(u'?' + query.toString()));
        return added.isEmpty() ? QString()
                               //: %1 a path or a query
                               : tr("Adds to a URL that doesn't say: %1").arg(shownText(added));
    }

    static QString subprotocols(const DialoguePreset &preset)
    {
        return preset.subprotocols.isEmpty()
                   ? QString()
                   : tr("Offers the subprotocol %1").arg(shownText(Wording::list(preset.subprotocols)));
    }

    static QString step(const DialogueStep &step)
    {
        QStringList parts;
        if (!step.send.isEmpty())
            parts.append(tr("sends %1").arg(shownText(step.send.content)));
        if (!step.expect.isEmpty())
            //: %1 a duration, %2 a regular expression
            parts.append(tr("waits %1 for %2")
                             .arg(TypedText::ofDuration(step.within), shownText(step.expect.expression)));
        if (!step.refused.isEmpty())
            parts.append(tr("is refused by %1").arg(shownText(step.refused.expression)));
        return Wording::list(parts);
    }

    static QString answer(const DialogueAnswer &answer)
    {
        return answer.send.isEmpty()
                   //: %1 a regular expression
                   ? tr("Notes what matches %1").arg(shownText(answer.when.expression))
                   //: %1 a regular expression, %2 a message
                   : tr("Answers %1 with %2")
                         .arg(shownText(answer.when.expression), shownText(answer.send.content));
    }

    static QStringList all(const DialoguePreset &preset)
    {
        QStringList lines{url(preset), subprotocols(preset)};
        int number = 0;
        for (const DialogueStep &one : preset.dialogue.onOpen)
            //: %1 a number, %2 what is done first, second …
            lines.append(tr("Step %1: %2").arg(QString::number(++number), step(one)));
        for (const DialogueAnswer &one : preset.dialogue.answer)
            lines.append(answer(one));
        if (preset.heartbeat)
            lines.append(tr("In place of pings: sends %1, waits for %2")
                             .arg(shownText(preset.heartbeat->send), shownText(preset.heartbeat->expect)));
        if (const auto &alive = preset.dialogue.alive)
            lines.append(
                alive->when.isEmpty()
                    ? tr("Stale after %1 without a message").arg(TypedText::ofDuration(alive->atLeastEvery))
                    : tr("Stale after %1 without %2")
                          .arg(TypedText::ofDuration(alive->atLeastEvery),
                               shownText(alive->when.expression)));
        lines.removeAll(QString());
        return lines;
    }
};

} // namespace

PresetValue::PresetValue(QWidget *parent)
    : ValueEditor(parent)
    , m_box(new QComboBox(this))
    , m_proposal(new QLabel(this))
    , m_accept(new QPushButton(this))
    , m_summary(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    auto *proposal = new QHBoxLayout;
    proposal->addWidget(m_proposal, 1);
    proposal->addWidget(m_accept);
    layout->addLayout(proposal);
    layout->addWidget(m_summary);
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(12);
    m_accept->setAutoDefault(false);
    for (QLabel *label : {m_proposal, m_summary}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    // A long regular expression must not widen the page.
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setMargin(8);
    m_summary->setAutoFillBackground(true);
    m_summary->setBackgroundRole(QPalette::AlternateBase);
    QFont small = m_summary->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_summary->setFont(small);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this,
            [this](int index) { choose(m_box->itemData(index).toString()); });
    connect(m_accept, &QPushButton::clicked, this,
            [this] { choose(presetGivenAwayBy(m_url, m_subprotocols, m_presets)); });
    retranslate();
}

void PresetValue::setPresets(const QList<DialoguePreset> &presets)
{
    m_presets = presets;
    std::sort(m_presets.begin(), m_presets.end(), [](const DialoguePreset &a, const DialoguePreset &b) {
        return QString::localeAwareCompare(a.title, b.title) < 0;
    });
    fill();
}

void PresetValue::setSurroundings(const QUrl &url, const QStringList &subprotocols)
{
    if (url == m_url && subprotocols == m_subprotocols)
        return;
    m_url = url;
    m_subprotocols = subprotocols;
    showRest();
}

const DialoguePreset *PresetValue::named(const QString &name) const
{
    const auto found = std::find_if(m_presets.cbegin(), m_presets.cend(),
                                    [&name](const DialoguePreset &preset) { return preset.name == name; });
    return found == m_presets.cend() ? nullptr : &*found;
}

const DialoguePreset *PresetValue::chosen() const
{
    return m_name ? named(*m_name) : nullptr;
}

void PresetValue::choose(const QString &name)
{
    m_name = name;
    fill();
    Q_EMIT edited();
}

void PresetValue::fill()
{
    m_box->clear();
    m_box->addItem(tr("None", "no preset"), QString());
    for (const DialoguePreset &preset : std::as_const(m_presets))
        m_box->addItem(tr("%1 (%2)", "a service, the preset's name")
                           .arg(Wording::harmless(preset.title, 80), preset.name),
                       preset.name);
    if (m_name && !m_name->isEmpty() && !named(*m_name))
        m_box->addItem(Wording::harmless(*m_name, 80), *m_name);
    m_box->setCurrentIndex(m_name ? m_box->findData(*m_name) : -1);
    showRest();
}

void PresetValue::showRest()
{
    const DialoguePreset *proposed = named(presetGivenAwayBy(m_url, m_subprotocols, m_presets));
    const bool isNews = proposed != nullptr && m_name && m_name->isEmpty();
    m_proposal->setVisible(isNews);
    m_accept->setVisible(isNews);
    if (isNews)
        //: %1 a service
        m_proposal->setText(
            tr("The URL or a subprotocol looks like %1.").arg(Wording::harmless(proposed->title, 80)));
    const DialoguePreset *preset = chosen();
    m_summary->setText(preset ? PresetWords::all(*preset).join(u'\n') : QString());
    m_summary->setVisible(!m_summary->text().isEmpty());
}

QString PresetValue::summary() const
{
    return m_summary->text();
}

void PresetValue::showValue(const ProfileSettings *settings)
{
    m_name = settings ? std::optional(settings->dialoguePreset.value_or(QString())) : std::nullopt;
    fill();
}

QString PresetValue::read(ProfileSettings &settings) const
{
    if (!m_name)
        return {};
    settings.dialoguePreset = *m_name;
    if (!m_name->isEmpty() && !m_presets.isEmpty() && !named(*m_name))
        return tr("there is no such preset, or its file can't be read");
    return {};
}

void PresetValue::setQuiet(bool quiet)
{
    QPalette own = palette();
    if (quiet) {
        own.setColor(QPalette::Text, StatusLook::quietText(palette()));
        own.setColor(QPalette::ButtonText, StatusLook::quietText(palette()));
    }
    m_box->setPalette(own);
}

void PresetValue::retranslate()
{
    m_box->setPlaceholderText(tr("different values"));
    m_accept->setText(tr("&Use Its Preset"));
    m_summary->setAccessibleName(tr("What the preset says"));
    fill();
}

} // namespace Pongwatch
