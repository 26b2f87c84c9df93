// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallview.h"

#include "items/peerbook.h"
#include "items/situationwatch.h"
#include "items/wording.h"
#include "widgets/situationbar.h"
#include "widgets/statuscounts.h"
#include "widgets/wall/wallgrid.h"
#include "widgets/wall/wallorder.h"
#include "widgets/wall/walltile.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace Pongwatch
{

namespace
{

constexpr int gap = 10;
constexpr int margin = 14;

} // namespace

WallView::WallView(const SituationWatch *watch, QWidget *parent)
    : QWidget(parent)
    , m_book(watch->book())
    , m_situation(new SituationBar(watch, this))
    , m_counts(new StatusCounts(m_book, this))
    , m_clockLabel(new QLabel(this))
    , m_rest(new QLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_situation->setFont(large);
    m_counts->setFont(large);
    m_clockLabel->setFont(large);
    m_rest->setFont(large);
    m_rest->setTextFormat(Qt::PlainText);
    m_clockLabel->setTextFormat(Qt::PlainText);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(margin, 0, margin, 0);
    foot->addWidget(m_counts, 1);
    foot->addWidget(m_rest);
    foot->addSpacing(2 * margin);
    foot->addWidget(m_clockLabel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, gap);
    layout->addWidget(m_situation);
    layout->addStretch(1);
    layout->addLayout(foot);

    connect(m_situation, &QAbstractButton::clicked, this, &WallView::troubleActivated);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &WallView::refresh);
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(100));
    connect(&m_soon, &QTimer::timeout, this, &WallView::refresh);
    const auto soon = [this] {
        if (isVisible() && !m_soon.isActive()) {
            m_soon.start();
        }
    };
    connect(m_book, &PeerBook::peerAdded, this, soon);
    connect(m_book, &PeerBook::peerRemoved, this, soon);
    connect(m_book, &PeerBook::peersChanged, this, [soon](const QList<PeerChange> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(), [](const PeerChange &one) { return one.state; })) {
            soon();
        }
    });
    retranslate();
}

void WallView::retranslate()
{
    setAccessibleName(tr("Wall of peers"));
    setWindowTitle(tr("Pongwatch: wall"));
    m_clockLabel->setAccessibleName(tr("Time"));
}

QRect WallView::tileArea() const
{
    const int foot = std::max({m_counts->sizeHint().height(), m_clockLabel->sizeHint().height()});
    const int head = m_situation->sizeHint().height();
    return rect().adjusted(margin, head + margin, -margin, -(foot + 2 * gap));
}

WallTile *WallView::makeTile()
{
    auto *tile = new WallTile(this);
    connect(tile, &WallTile::activated, this, &WallView::peerActivated);
    connect(tile, &WallTile::focusMoved, this, [this, tile](int right, int down) {
        const WallGrid grid(tileArea(), static_cast<int>(m_shown), gap);
        const int from = static_cast<int>(m_tiles.indexOf(tile));
        m_tiles.at(grid.neighbour(from, right, down))->setFocus(Qt::OtherFocusReason);
    });
    return tile;
}

void WallView::refresh()
{
    m_soon.stop();
    const WallTime now = m_book->now();
    const QList<PeerId> order = wallOrder(*m_book);
    const qsizetype room = WallGrid::mostTiles(tileArea().size(), smallestTile, gap);
    m_shown = std::min(order.size(), room);
    const WallGrid grid(tileArea(), static_cast<int>(m_shown), gap);
    while (m_tiles.size() < m_shown) {
        m_tiles.append(makeTile());
    }
    for (qsizetype i = 0; i < m_tiles.size(); ++i) {
        WallTile *tile = m_tiles.at(i);
        const PeerRecord *record = i < m_shown ? m_book->record(order.at(i)) : nullptr;
        tile->setVisible(record != nullptr);
        if (record) {
            tile->setGeometry(grid.place(static_cast<int>(i), layoutDirection()));
            tile->showRecord(*record, now);
        }
    }
    m_rest->setText(restText());
    m_clockLabel->setText(Wording::moment(now, now));
}

QList<WallTile *> WallView::tiles() const
{
    return m_tiles.mid(0, m_shown);
}

QString WallView::restText() const
{
    const qsizetype rest = m_book->peers().size() - m_shown;
    return rest > 0 ? tr("and %n more", "peers that have no tile", static_cast<int>(rest)) : QString();
}

void WallView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void WallView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_clock.start();
    if (!m_tiles.isEmpty()) {
        m_tiles.constFirst()->setFocus(Qt::OtherFocusReason);
    }
}

void WallView::hideEvent(QHideEvent *event)
{
    m_clock.stop();
    m_soon.stop();
    QWidget::hideEvent(event);
}

void WallView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeWanted();
        return;
    }
    QWidget::keyPressEvent(event);
}

void WallView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace Pongwatch
