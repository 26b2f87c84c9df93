// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/peerheader.h"

#include "peers/peerbook.h"
#include "peers/peerfacts.h"
#include "peers/pingoutlook.h"
#include "text/wording.h"
#include "widgets/factsgrid.h"
#include "widgets/inspector/valuelabel.h"
#include "widgets/quietlabel.h"
#include "widgets/statuslook.h"

#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

QFont scaled(QFont font, double factor, QFont::Weight weight)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

void setColor(QLabel *label, const QColor &color)
{
    QPalette colored = label->palette();
    if (colored.color(QPalette::WindowText) != color) {
        colored.setColor(QPalette::WindowText, color);
        label->setPalette(colored);
    }
}

} // namespace

PeerHeader::PeerHeader(const PeerBook *book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_name(makeValueLabel(this))
    , m_url(makeValueLabel(this))
    , m_shape(new QLabel(this))
    , m_state(makeValueLabel(this))
    , m_age(new QuietLabel(QuietLabel::Body, this))
    , m_warning(makeValueLabel(this))
    , m_facts(new FactsGrid(this))
{
    m_name->setFont(scaled(font(), 1.3, QFont::DemiBold));
    m_state->setFont(scaled(font(), 1.3, QFont::Bold));
    m_state->setWordWrap(false);
    m_state->setMinimumWidth(0);
    m_age->setWordWrap(true);
    m_warning->setFont(scaled(font(), 1, QFont::DemiBold));

    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_shape);
    state->addWidget(m_state);
    state->addWidget(m_age, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_name);
    layout->addWidget(m_url);
    layout->addLayout(state);
    layout->addWidget(m_warning);
    layout->addWidget(m_facts);
}

void PeerHeader::showPeer(PeerId peer)
{
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return;
    setTextIfNew(m_name, record->name());
    setTextIfNew(m_url, displayUrl(record->url()));
    QStringList warnings;
    if (!m_book->verifiesTls(peer))
        warnings.append(tr("The certificate is not verified: whoever answers may not be the peer."));
    warnings.append(PeerFacts(m_book->format()).certificateNotice(*record, m_book->now()));
    warnings.removeAll(QString());
    setTextIfNew(m_warning, warnings.join(QLatin1Char('\n')));
    setColor(m_warning, StatusLook::warningColor(palette()));
    m_warning->setVisible(!warnings.isEmpty());
    showState(*record);
    showPings(*record);
}

void PeerHeader::showState(const PeerRecord &record)
{
    const WallTime now = m_book->now();
    const Health health = record.standing();
    setTextIfNew(m_state, Wording::health(health));
    setColor(m_state, StatusLook::healthColor(health, palette()));
    m_shape->setPixmap(StatusLook::shapePixmap(health, 20, devicePixelRatioF(), palette()));
    m_shape->setAccessibleName(Wording::health(health));
    QString age;
    if (record.healthSince() != WallTime{}) {
        age = tr("for %1, since %2")
                  .arg(Formatter().age(now - record.healthSince()),
                       m_book->format().moment(record.healthSince(), now));
    }
    setTextIfNew(m_age, age);
}

void PeerHeader::showPings(const PeerRecord &record)
{
    if (record.outside()) {
        m_facts->setFacts({{tr("Watched by"), tr("agents in other places, not by this program")}});
        return;
    }
    const WallTime now = m_book->now();
    const ConnectionSettings *settings = m_book->settings(record.id());
    const PingOutlook outlook =
        pingOutlook(record, settings ? settings->keepalive : KeepaliveSettings(), now);
    QString next;
    if (outlook.nextPing)
        next = Formatter().age(std::chrono::ceil<seconds>(*outlook.nextPing));
    else if (settings && !settings->keepalive.interval)
        next = tr("none: pings are off");
    QString inFlight;
    if (outlook.inFlight > 0 && outlook.oldest) {
        inFlight = tr("%1, the first for %2", "number of pings, duration")
                       .arg(QLocale().toString(outlook.inFlight), Formatter().duration(*outlook.oldest));
    }
    QString retry;
    if (const auto retryAt = record.retryAt(); retryAt && *retryAt > now) {
        retry = tr("%1, dial number %2", "duration, number")
                    .arg(Formatter().age(std::chrono::ceil<seconds>(*retryAt - now)),
                         QLocale().toString(record.attempt() + 1));
        if (const auto every = record.triedEvery()) {
            retry = tr("%1; down, tried at least every %2", "when it is dialled next, duration")
                        .arg(retry, Formatter().roundDuration(*every));
        }
    }
    const auto &last = record.lastSample();
    m_facts->setFacts({
        {tr("Next ping in"), next},
        {tr("In flight"), inFlight},
        {tr("Last ping"), last ? hasRoundTrip(last->outcome) ? tr("%1, %2", "latency, outcome")
                                                                   .arg(m_book->format().latency(last->rtt),
                                                                        Wording::outcome(last->outcome))
                                                             : Wording::outcome(last->outcome)
                               : QString()},
        {tr("Dials again in"), retry},
        {tr("Alerts"), m_book->isMuted(record.id()) ? tr("muted") : QString()},
    });
}

QString PeerHeader::plainText() const
{
    QString text = m_name->text() + QLatin1Char('\n') + m_url->text() + QLatin1Char('\n') + m_state->text() +
                   QLatin1Char(' ') + m_age->text() + QLatin1Char('\n');
    if (m_warning->isVisibleTo(this))
        text += m_warning->text() + QLatin1Char('\n');
    return text + m_facts->plainText();
}

} // namespace Pongwatch
