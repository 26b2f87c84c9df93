// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/inspector.h"

#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "widgets/inspector/inspectorsection.h"
#include "widgets/inspector/peerpage.h"
#include "widgets/inspector/selectionpage.h"
#include "widgets/inspector/troublelist.h"
#include "widgets/quietlabel.h"

#include <QAction>
#include <QClipboard>
#include <QDataStream>
#include <QEvent>
#include <QGuiApplication>
#include <QIODevice>

namespace Pongwatch
{

namespace
{
constexpr milliseconds betweenRefreshes{250};
constexpr milliseconds betweenSums{10000}; // for all peers, while no state changes
} // namespace

Inspector::Inspector(SeriesSource *source, QWidget *parent)
    : QStackedWidget(parent)
    , m_book(source->book())
    , m_none(new QuietLabel(QuietLabel::Body, this))
    , m_peerPage(new PeerPage(source, this))
    , m_selectionPage(new SelectionPage(source, this))
    , m_copyAll(new QAction(this))
{
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->setMargin(18);
    m_none->setAutoFillBackground(true);
    m_none->setBackgroundRole(QPalette::Base);
    m_none->setFocusPolicy(Qt::StrongFocus);
    addWidget(m_none);
    addWidget(m_peerPage);
    addWidget(m_selectionPage);
    for (QWidget *page : std::initializer_list<QWidget *>{m_peerPage, m_selectionPage}) {
        page->setContextMenuPolicy(Qt::ActionsContextMenu);
        page->addAction(m_copyAll);
    }
    connect(m_copyAll, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(plainText()); });

    m_clock.setTimerType(Qt::VeryCoarseTimer); // for times in seconds
    connect(&m_clock, &QTimer::timeout, this, &Inspector::refresh);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_book, &PeerBook::peersChanged, this, [this](const QList<PeerChange> &changes) {
        const bool concerned =
            std::any_of(changes.cbegin(), changes.cend(), [this](const PeerChange &change) {
                return change.state && m_peers.size() == 1 && change.peer == m_peers.first();
            });
        const auto since = std::chrono::steady_clock::now() - m_refreshed;
        const bool isState = std::any_of(changes.cbegin(), changes.cend(),
                                         [](const PeerChange &change) { return change.state; });
        if (concerned) {
            refresh();
            return;
        }
        const bool isMine =
            m_looksAtAll || std::any_of(changes.cbegin(), changes.cend(), [this](const PeerChange &change) {
                return m_peers.contains(change.peer);
            });
        if (!isMine || !isVisible() || m_soon.isActive()) {
            return;
        }
        // After a pause do it right away, together with the list.
        const bool isCalm = m_looksAtAll && !isState;
        if (since >= (isCalm ? betweenSums : betweenRefreshes)) {
            m_soon.start(milliseconds(0));
        } else if (!isCalm) {
            m_soon.start(betweenRefreshes);
        }
    });
    connect(m_book, &PeerBook::peerRemoved, this, [this](PeerId peer) {
        if (m_peers.removeOne(peer) && m_peers.isEmpty()) {
            setSelection({}, {});
        }
    });
    m_allSoon.setSingleShot(true);
    m_allSoon.setInterval(milliseconds(0));
    connect(&m_allSoon, &QTimer::timeout, this, &Inspector::showAll);
    const auto showAllSoon = [this] {
        if (m_looksAtAll)
            m_allSoon.start();
    };
    connect(m_book, &PeerBook::peerAdded, this, showAllSoon);
    connect(m_book, &PeerBook::peerRemoved, this, showAllSoon);
    connect(m_selectionPage, &SelectionPage::peerActivated, this, &Inspector::peerActivated);
    connect(m_selectionPage, &SelectionPage::peersActivated, this, &Inspector::peersActivated);
    retranslate();
}

void Inspector::retranslate()
{
    setAccessibleName(tr("Inspector"));
    m_none->setText(tr("Select a peer to see how it is doing and why its connections ended."));
    m_copyAll->setText(tr("Copy &All"));
}

void Inspector::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Inspector::setSelection(const QList<PeerId> &peers, const std::optional<QString> &group)
{
    m_peers = peers;
    m_looksAtAll = peers.isEmpty() && !group;
    const bool single = peers.size() == 1 && !group;
    m_peerPage->setPeer(single ? std::optional(peers.first()) : std::nullopt);
    if (single) {
        setCurrentWidget(m_peerPage);
        setFocusProxy(m_peerPage);
    } else if (m_looksAtAll) {
        showAll();
    } else {
        m_selectionPage->setPeers(peers, group ? SelectionPage::Scope::Group : SelectionPage::Scope::Selected,
                                  group.value_or(QString()));
        setCurrentWidget(m_selectionPage);
        setFocusProxy(m_selectionPage);
    }
}

void Inspector::setFound(const std::optional<QList<PeerId>> &peers)
{
    if (peers != m_found) {
        m_found = peers;
        showAll();
    }
}

void Inspector::showAll()
{
    if (!m_looksAtAll)
        return;
    QWidget *page = m_none;
    if (!m_book->peers().isEmpty()) {
        m_selectionPage->setPeers(m_found.value_or(m_book->peers()),
                                  m_found ? SelectionPage::Scope::Found : SelectionPage::Scope::All);
        page = m_selectionPage;
    }
    setCurrentWidget(page);
    setFocusProxy(page);
    setClock();
}

/// Troubles, and everything about one peer, have times in seconds; figures don't.
void Inspector::setClock()
{
    if (!m_isSeen) {
        m_clock.stop();
        return;
    }
    const bool counts =
        currentWidget() == m_peerPage ||
        (currentWidget() == m_selectionPage && m_selectionPage->troubleList()->model()->rowCount() > 0);
    m_clock.start(counts ? milliseconds(1000) : 2 * betweenSums);
}

void Inspector::refresh()
{
    m_refreshed = std::chrono::steady_clock::now();
    if (currentWidget() == m_peerPage)
        m_peerPage->refresh();
    else if (currentWidget() == m_selectionPage)
        m_selectionPage->refresh();
    setClock();
}

void Inspector::setMarkedRange(WallTime from, WallTime to)
{
    m_peerPage->setMarkedRange(PeerPage::Range(std::min(from, to), std::max(from, to)));
}

void Inspector::clearMarkedRange()
{
    m_peerPage->setMarkedRange({});
}

QString Inspector::sentence() const
{
    return currentWidget() == m_peerPage ? m_peerPage->sentence() : QString();
}

QString Inspector::plainText() const
{
    return currentWidget() == m_peerPage        ? m_peerPage->plainText()
           : currentWidget() == m_selectionPage ? m_selectionPage->plainText()
                                                : QString();
}

QByteArray Inspector::saveLook() const
{
    QSet<QString> closed;
    const auto &sections = m_peerPage->sections();
    for (auto section = sections.cbegin(); section != sections.cend(); ++section)
        if (!section.value()->isExpanded())
            closed.insert(section.key());
    QByteArray look;
    QDataStream stream(&look, QIODevice::WriteOnly);
    stream << closed;
    return look;
}

void Inspector::restoreLook(const QByteArray &look)
{
    QDataStream stream(look);
    QSet<QString> closed;
    stream >> closed;
    if (stream.status() != QDataStream::Ok)
        return;
    const auto &sections = m_peerPage->sections();
    for (auto section = sections.cbegin(); section != sections.cend(); ++section)
        section.value()->setExpanded(!closed.contains(section.key()));
}

QSize Inspector::sizeHint() const
{
    return {390, 480};
}

void Inspector::showEvent(QShowEvent *event)
{
    m_isSeen = true;
    refresh();
    QStackedWidget::showEvent(event);
}

void Inspector::hideEvent(QHideEvent *event)
{
    m_isSeen = false;
    setClock();
    QStackedWidget::hideEvent(event);
}

} // namespace Pongwatch
