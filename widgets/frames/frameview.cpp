// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frames/frameview.h"

#include "frames/framefile.h"
#include "frames/frametext.h"
#include "items/framelistmodel.h"
#include "text/formatter.h"
#include "widgets/calmheader.h"
#include "widgets/statuslook.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Below this width the list leaves out its less important columns.
constexpr int widthForAll = 860;
constexpr int widthForPlaces = 600;

/// Draws sent and received frames in two colours besides the arrows, and notes on a band.
class FrameDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width() + 16, option.fontMetrics.height() + 6};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
        if (!item.state.testFlag(QStyle::State_Selected) &&
            index.data(FrameKindRole).toInt() >= static_cast<int>(FrameKind::Opened))
            painter->fillRect(item.rect, StatusLook::band(option.palette));
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
        item.rect.adjust(framePadding - 3, 0, 3 - framePadding, 0);
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    }

    static constexpr int framePadding = 7;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
        const QPalette &palette = option->palette;
        switch (static_cast<FrameColumn>(index.column())) {
        case FrameColumn::SinceOpen:
        case FrameColumn::Clock:
        case FrameColumn::Gap:
        case FrameColumn::Size:
            option->palette.setColor(QPalette::Text, StatusLook::quietText(palette));
            break;
        case FrameColumn::Direction: {
            const bool isSent =
                index.data(FrameDirectionRole).toInt() == static_cast<int>(FrameDirection::Sent);
            option->palette.setColor(QPalette::Text, StatusLook::seriesColor(isSent ? 1 : 0, palette));
            break;
        }
        case FrameColumn::Data:
            if (index.data(FrameIsTroubleRole).toBool())
                option->palette.setColor(QPalette::Text, StatusLook::warningColor(palette));
            break;
        default:
            break;
        }
    }
};

} // namespace

FrameView::FrameView(QWidget *parent)
    : QTreeView(parent)
    , m_copy(new QAction(this))
    , m_copyContents(new QAction(this))
    , m_copyJson(new QAction(this))
{
    setItemDelegate(new FrameDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideRight);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    auto *heading = new CalmHeader(this);
    heading->setPadding(FrameDelegate::framePadding);
    setHeader(heading);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    addActions({m_copy, m_copyContents, m_copyJson});
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_copy, &QAction::triggered, this, &FrameView::copyRows);
    connect(m_copyContents, &QAction::triggered, this, &FrameView::copyContents);
    connect(m_copyJson, &QAction::triggered, this, &FrameView::copyJson);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_isChanging)
            setFollowing(value >= verticalScrollBar()->maximum());
    });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int /*least*/, int most) {
        if (m_isFollowing)
            verticalScrollBar()->setValue(most);
    });
    retranslate();
}

void FrameView::setFrames(FrameListModel *frames)
{
    if (m_frames)
        m_frames->disconnect(this);
    m_frames = frames;
    QItemSelectionModel *const old = selectionModel();
    setModel(frames);
    delete old;
    if (!frames)
        return;
    // The rows that the user is reading stay in place when older ones are removed.
    connect(frames, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                m_isChanging = true;
                m_rowsGone = first == 0 ? last + 1 : 0;
            });
    connect(frames, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (!m_isFollowing) {
            const int before = verticalScrollBar()->value();
            executeDelayedItemsLayout();
            verticalScrollBar()->setValue(std::max(0, before - m_rowsGone));
        }
        m_isChanging = false;
    });
    connect(frames, &QAbstractItemModel::modelReset, this, [this] {
        Q_EMIT frameChanged({});
        if (m_isFollowing)
            scrollToBottom();
    });
    layOutColumns();
    follow();
    Q_EMIT frameChanged({});
}

void FrameView::setFollowing(bool isFollowing)
{
    if (isFollowing != m_isFollowing) {
        m_isFollowing = isFollowing;
        Q_EMIT followingChanged(isFollowing);
    }
}

void FrameView::follow()
{
    setFollowing(true);
    scrollToBottom();
}

void FrameView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT frameChanged(current);
}

QModelIndexList FrameView::chosen() const
{
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void FrameView::copyRows() const
{
    QStringList lines;
    const QModelIndexList rows = chosen();
    for (const QModelIndex &row : rows)
        lines.append(FrameText::copied(m_frames->frame(row.row())));
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void FrameView::copyContents() const
{
    QStringList texts;
    const QModelIndexList rows = chosen();
    for (const QModelIndex &row : rows) {
        const SeenFrame &frame = m_frames->frame(row.row());
        texts.append(FrameText::whole(frame, FrameText::isText(frame) ? FrameText::Form::Plain
                                                                      : FrameText::Form::Best));
    }
    if (!texts.isEmpty())
        QApplication::clipboard()->setText(texts.join(u'\n'));
}

void FrameView::copyJson() const
{
    QByteArrayList lines;
    const QModelIndexList rows = chosen();
    for (const QModelIndex &row : rows)
        lines.append(frameAsJson(m_frames->frame(row.row())));
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(QString::fromUtf8(lines.join('\n')));
}

void FrameView::layOutColumns()
{
    // The widest of the usual texts, so that nothing moves while frames come.
    const auto width = [this](const QStringList &texts) {
        int widest = 0;
        for (const QString &text : texts)
            widest = std::max(widest, fontMetrics().horizontalAdvance(text));
        return widest + 2 * FrameDelegate::framePadding + 4;
    };
    const auto heading = [this](FrameColumn column) {
        return m_frames->headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString();
    };
    const auto set = [&](FrameColumn column, QStringList texts) {
        header()->resizeSection(static_cast<int>(column), width(texts << heading(column)));
    };
    const QLocale locale;
    set(FrameColumn::SinceOpen, {Formatter().moments(seconds(8888))});
    set(FrameColumn::Clock, {m_frames->format().clock(QTime(22, 58, 58, 888), ClockPrecision::Milliseconds)});
    set(FrameColumn::Gap, {m_frames->format().latency(milliseconds(8888))});
    set(FrameColumn::Direction, {QStringLiteral("↑ ") + FrameText::direction(FrameDirection::Sent),
                                 QStringLiteral("↓ ") + FrameText::direction(FrameDirection::Received)});
    QStringList kinds;
    for (const FrameKind kind : {FrameKind::Text, FrameKind::Binary, FrameKind::Continuation,
                                 FrameKind::Request, FrameKind::Answer}) {
        SeenFrame one;
        one.kind = kind;
        kinds.append(FrameText::kind(one));
    }
    set(FrameColumn::Kind, kinds);
    set(FrameColumn::Size, {locale.formattedDataSize(888'888)});
    set(FrameColumn::Rtt,
        {m_frames->format().latency(microseconds(888)), m_frames->format().latency(milliseconds(8888))});
    FramePlace ping;
    ping.role = FramePlace::Role::PongOfOwn;
    ping.number = 8888;
    FramePlace heartbeat = ping;
    heartbeat.role = FramePlace::Role::HeartbeatAnswer;
    set(FrameColumn::Place, {FrameText::place(ping), FrameText::place(heartbeat)});
    header()->setStretchLastSection(true);
    header()->setMinimumSectionSize(30);
    hideWhatHasNoRoom();
}

void FrameView::hideWhatHasNoRoom()
{
    if (!m_frames)
        return;
    const int width = viewport()->width();
    const auto hide = [this](FrameColumn column, bool isHidden) {
        header()->setSectionHidden(static_cast<int>(column), isHidden);
    };
    hide(FrameColumn::Clock, width < widthForAll);
    hide(FrameColumn::Gap, width < widthForAll);
    hide(FrameColumn::Place, width < widthForPlaces);
    hide(FrameColumn::Size, width < widthForPlaces);
}

void FrameView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    hideWhatHasNoRoom();
}

void FrameView::retranslate()
{
    setAccessibleName(tr("Frames"));
    m_copy->setText(tr("&Copy"));
    m_copyContents->setText(tr("Copy Con&tents"));
    m_copyJson->setText(tr("Copy as &JSON"));
}

void FrameView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_frames) {
            m_frames->retranslate();
            layOutColumns();
        }
    } else if (event->type() == QEvent::FontChange && m_frames) {
        layOutColumns();
    }
}

} // namespace Pongwatch
