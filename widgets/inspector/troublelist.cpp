// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/troublelist.h"

#include "items/peerlistroles.h"
#include "items/troublelistmodel.h"
#include "widgets/statuslook.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Pongwatch
{

namespace
{

constexpr int troubleMargin = 8;
constexpr int troubleGap = 6; // between shape and words
constexpr int between = 3;    // between two rows
constexpr int mostRows = 7;

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Three lines per peer: name and since when, what is wrong, where to look.
class TroubleDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int lines = index.data(TroubleSuspicionRole).toString().isEmpty() ? 2 : 3;
        return {160, lines * option.fontMetrics.lineSpacing() + 2 * troubleGap + between};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto health = static_cast<Health>(index.data(PeerHealthRole).toInt());
        const QPalette &palette = option.palette;
        const QRect row = option.rect.adjusted(0, 0, 0, -between);
        painter->save();
        painter->fillRect(row, StatusLook::wash(health, palette));
        if (option.state & (QStyle::State_HasFocus | QStyle::State_MouseOver)) {
            painter->setPen(StatusLook::focusRing(palette));
            painter->drawRect(row.adjusted(0, 0, -1, -1));
        }
        const QColor color = StatusLook::healthColor(health, palette);
        const int line = option.fontMetrics.lineSpacing();
        const int shape = option.fontMetrics.height() - 1;
        const QRect inner = row.adjusted(troubleMargin, troubleGap, -troubleMargin, -troubleGap);
        StatusLook::paintShape(painter, placed(option, {inner.left(), inner.top(), shape, shape}), health,
                               color);

        const QRect words = inner.adjusted(shape + troubleGap, 0, 0, 0);
        const QString since = index.data(TroubleSinceRole).toString();
        const QFontMetrics strongMetrics(strong(option.font));
        const int sinceWidth = strongMetrics.horizontalAdvance(since);
        painter->setFont(strong(option.font));
        painter->setPen(color);
        write(painter, option, {words.right() - sinceWidth, words.top(), sinceWidth + 1, line}, since);
        painter->setPen(palette.color(QPalette::Text));
        write(painter, option, {words.left(), words.top(), words.width() - sinceWidth - 2 * troubleGap, line},
              index.data().toString());
        painter->setFont(option.font);
        if (index.data(PeerWarningRole).toBool())
            painter->setPen(StatusLook::warningColor(palette));
        write(painter, option, {words.left(), words.top() + line, words.width(), line},
              index.data(TroubleFindingRole).toString());
        painter->setPen(StatusLook::quietText(palette));
        write(painter, option, {words.left(), words.top() + 2 * line, words.width(), line},
              index.data(TroubleSuspicionRole).toString());
        painter->restore();
    }

private:
    static QRect placed(const QStyleOptionViewItem &option, const QRect &area)
    {
        return QStyle::visualRect(option.direction, option.rect, area);
    }

    static void write(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area,
                      const QString &text)
    {
        const auto side = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        painter->drawText(placed(option, area), static_cast<int>(side) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    }
};

} // namespace

TroubleList::TroubleList(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new TroubleDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    viewport()->setCursor(Qt::PointingHandCursor);
    viewport()->setAutoFillBackground(false);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractItemView::clicked, this, &TroubleList::activate);
    retranslate();
}

void TroubleList::retranslate()
{
    setAccessibleName(tr("Peers that need attention"));
}

void TroubleList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void TroubleList::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &QWidget::updateGeometry);
}

void TroubleList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        activate(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void TroubleList::activate(const QModelIndex &index)
{
    if (index.isValid()) {
        const auto peers = index.data(TroublePeersRole).value<QList<PeerId>>();
        if (peers.size() > 1)
            Q_EMIT peersActivated(peers);
        else
            Q_EMIT peerActivated(PeerId{index.data(PeerIdRole).toUInt()});
    }
}

QSize TroubleList::sizeHint() const
{
    int height = 2;
    for (int row = 0; model() && row < std::min(mostRows, model()->rowCount()); ++row)
        height += sizeHintForRow(row);
    return {260, height};
}

QSize TroubleList::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

} // namespace Pongwatch
