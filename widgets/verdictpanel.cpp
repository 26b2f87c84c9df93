// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/verdictpanel.h"

#include "items/peerbook.h"
#include "items/wording.h"
#include "widgets/factsgrid.h"
#include "widgets/phasebars.h"
#include "widgets/quietlabel.h"
#include "widgets/statisticsgrid.h"
#include "widgets/statuslook.h"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

QLabel *selectableLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QFont scaled(QFont font, double factor, QFont::Weight weight)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

void setTextIfNew(QLabel *label, const QString &text)
{
    if (label->text() != text) {
        label->setText(text);
    }
}

} // namespace

VerdictPanel::VerdictPanel(const PeerBook *book, QWidget *parent)
    : QScrollArea(parent)
    , m_book(book)
    , m_content(new QWidget)
    , m_none(new QuietLabel(QuietLabel::Body, m_content))
    , m_shape(new QLabel(m_content))
    , m_state(selectableLabel(m_content))
    , m_age(new QuietLabel(QuietLabel::Body, m_content))
    , m_name(selectableLabel(m_content))
    , m_url(selectableLabel(m_content))
    , m_endTitle(new QuietLabel(QuietLabel::Heading, m_content))
    , m_sentence(selectableLabel(m_content))
    , m_endFacts(new FactsGrid(m_content))
    , m_dialTitle(new QuietLabel(QuietLabel::Heading, m_content))
    , m_phases(new PhaseBars(m_content))
    , m_dialFacts(new FactsGrid(m_content))
    , m_statistics(new StatisticsGrid(m_content))
{
    setAccessibleName(tr("Selected peer"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
    viewport()->setBackgroundRole(QPalette::Base);

    m_name->setFont(scaled(font(), 1.25, QFont::DemiBold));
    m_state->setFont(scaled(font(), 1.25, QFont::DemiBold));
    m_state->setWordWrap(false);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->setText(tr("Select a peer to see how it fares and why its connections ended."));

    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(18, 14, 18, 14);
    layout->setSpacing(6);
    layout->addWidget(m_none, 1);
    layout->addWidget(m_name);
    layout->addWidget(m_url);
    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_shape);
    state->addWidget(m_state);
    state->addWidget(m_age, 1);
    layout->addLayout(state);
    layout->addSpacing(12);
    layout->addWidget(m_endTitle);
    layout->addWidget(m_sentence);
    layout->addSpacing(4);
    layout->addWidget(m_endFacts);
    layout->addSpacing(12);
    layout->addWidget(m_statistics);
    layout->addSpacing(12);
    layout->addWidget(m_dialTitle);
    layout->addWidget(m_phases);
    layout->addWidget(m_dialFacts);
    layout->addStretch(1);

    m_clock.setInterval(milliseconds(500));
    connect(&m_clock, &QTimer::timeout, this, &VerdictPanel::refresh);
    m_clock.start();
    connect(book, &PeerBook::peersChanged, this, [this](const QList<PeerChange> &changes) {
        const bool concerned =
            std::any_of(changes.cbegin(), changes.cend(),
                        [this](const PeerChange &change) { return change.peer == m_peer && change.state; });
        if (concerned) {
            refresh();
        }
    });
    connect(book, &PeerBook::peerRemoved, this, [this](PeerId peer) {
        if (peer == m_peer) {
            setPeer(std::nullopt);
        }
    });
    refresh();
}

void VerdictPanel::setPeer(std::optional<PeerId> peer)
{
    if (peer != m_peer) {
        m_peer = peer;
        refresh();
    }
}

QString VerdictPanel::sentence() const
{
    return m_sentence->text();
}

QSize VerdictPanel::sizeHint() const
{
    return {350, 480};
}

void VerdictPanel::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

void VerdictPanel::refresh()
{
    const PeerRecord *record = m_peer ? m_book->record(*m_peer) : nullptr;
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_name, m_url, m_shape, m_state, m_age, m_statistics}) {
        part->setVisible(record != nullptr);
    }
    m_none->setVisible(record == nullptr);
    if (!record) {
        setTextIfNew(m_sentence, QString());
        for (QWidget *part : std::initializer_list<QWidget *>{m_endTitle, m_sentence, m_endFacts, m_dialTitle,
                                                              m_phases, m_dialFacts}) {
            part->hide();
        }
        return;
    }
    showState(*record);
    showEnd(*record);
    showDial(*record);
    m_statistics->showStatistics(record->statistics(), m_book->now());
}

void VerdictPanel::showState(const PeerRecord &record)
{
    const WallTime now = m_book->now();
    const Health health = record.health();
    setTextIfNew(m_name, record.name());
    setTextIfNew(m_url, displayUrl(record.url()));
    setTextIfNew(m_state, Wording::health(health));
    m_shape->setPixmap(StatusLook::shapePixmap(health, 18, devicePixelRatioF(), palette()));
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, StatusLook::healthColor(health, palette()));
    m_state->setPalette(colored);

    QString age;
    if (record.healthSince() != WallTime{}) {
        age = tr("for %1").arg(Wording::duration(now - record.healthSince()));
    }
    if (const auto retryAt = record.retryAt(); retryAt && *retryAt > now) {
        age = tr("%1, dial %2 in %3")
                  .arg(age, QLocale().toString(record.attempt() + 1),
                       Wording::duration(std::chrono::ceil<seconds>(*retryAt - now)));
    }
    setTextIfNew(m_age, age);
}

void VerdictPanel::showEnd(const PeerRecord &record)
{
    const bool ended = !record.ends().empty();
    m_endTitle->setVisible(ended);
    m_sentence->setVisible(ended);
    if (!ended) {
        setTextIfNew(m_sentence, QString());
        m_endFacts->setFacts({});
        return;
    }
    const WallTime now = m_book->now();
    const PeerRecord::End &end = record.ends().back();
    const Verdict &verdict = end.verdict;
    setTextIfNew(m_endTitle, tr("Why it ended last, at %1").arg(Wording::moment(end.time, now)));
    setTextIfNew(m_sentence, Wording::endSentence(verdict));

    const bool opened = verdict.phase == DialPhase::Open;
    m_endFacts->setFacts({
        {tr("Ended by"), Wording::initiator(verdict.initiator)},
        {tr("Evidence"),
         verdict.evidence == Evidence::Unknown ? QString() : Wording::evidence(verdict.evidence)},
        {tr("Close sent"), opened ? Wording::closeFrame(verdict.sent) : QString()},
        {tr("Close received"), opened ? Wording::closeFrame(verdict.received) : QString()},
        {tr("Close code"), opened ? QString::number(verdict.closeCode) : QString()},
        {tr("Was open for"), opened ? Wording::shortDuration(verdict.age) : QString()},
        {tr("Silent before"), opened && verdict.sinceLastReceived
                                  ? Wording::shortDuration(*verdict.sinceLastReceived)
                                  : QString()},
        {tr("HTTP status"), verdict.httpStatus ? QString::number(*verdict.httpStatus) : QString()},
    });
}

void VerdictPanel::showDial(const PeerRecord &record)
{
    const auto &opening = record.lastOpened();
    m_dialTitle->setVisible(opening.has_value());
    m_phases->setVisible(opening.has_value());
    if (!opening) {
        m_dialFacts->setFacts({});
        return;
    }
    const Opened &what = opening->what;
    setTextIfNew(m_dialTitle, tr("Last connected at %1").arg(Wording::moment(opening->time, m_book->now())));
    m_phases->setPhases(what.phases);

    const StrayPongs &stray = record.strayPongs();
    const auto count = [](quint64 number) { return number > 0 ? QLocale().toString(number) : QString(); };
    QList<FactsGrid::Fact> facts{
        {tr("Address"), Wording::harmless(what.address, 80)},
        {tr("Subprotocol"), Wording::harmless(what.subprotocol, 80)},
        {tr("Server"), Wording::harmless(what.server, 80)},
    };
    if (what.tls) {
        facts.append({tr("TLS"), QString(what.tls->protocol + QStringLiteral(", ") + what.tls->cipher)});
        facts.append(
            {tr("Certificate until"),
             QLocale().toString(what.tls->certificateExpires.toLocalTime().date(), QLocale::ShortFormat)});
        facts.append({tr("Certificate of"), Wording::harmless(what.tls->certificateSubject, 120)});
        facts.append({tr("Verified"), what.tls->verified ? tr("yes") : tr("no, verification is off")});
    }
    facts.append({tr("Unsolicited pongs"), count(stray.unsolicited)});
    facts.append({tr("Duplicate pongs"), count(stray.duplicate)});
    facts.append({tr("Foreign pongs"), count(stray.foreign)});
    m_dialFacts->setFacts(facts);
}

} // namespace Pongwatch
