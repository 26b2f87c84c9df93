// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frames/framespane.h"

#include "items/framelistmodel.h"
#include "widgets/clearbutton.h"
#include "widgets/frames/framedetail.h"
#include "widgets/frames/frameview.h"
#include "widgets/messages/messagecomposer.h"
#include "widgets/quietlabel.h"
#include "widgets/symbolicon.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

constexpr milliseconds typingPause{150};
constexpr milliseconds statusPause{200};

} // namespace

FramesPane::FramesPane(QWidget *parent)
    : QWidget(parent)
    , m_direction(new QComboBox(this))
    , m_kinds(new QComboBox(this))
    , m_search(new QLineEdit(this))
    , m_expression(new QToolButton(this))
    , m_status(new QuietLabel(QuietLabel::Body, this))
    , m_pause(new QToolButton(this))
    , m_newest(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_save(new QToolButton(this))
    , m_write(new QToolButton(this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
    , m_view(new FrameView(this))
    , m_detail(new FrameDetail(this))
    , m_none(new QuietLabel(QuietLabel::Body, this))
    , m_composer(new MessageComposer(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    for (int place = 0; place < 3; ++place)
        m_direction->addItem(QString());
    for (int kinds = 0; kinds < 5; ++kinds)
        m_kinds->addItem(QString());
    m_search->addAction(symbolIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(260);
    offerClearButton(m_search);
    m_expression->setText(QStringLiteral(".*"));
    m_pause->setIcon(symbolIcon(QStringLiteral("pause")));
    for (QToolButton *button : {m_expression, m_pause, m_write})
        button->setCheckable(true);
    for (QToolButton *button : {m_expression, m_pause, m_newest, m_clear, m_save, m_write})
        button->setAutoRaise(true);
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_status->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_composer->hide();

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 3, 8, 3);
    head->setSpacing(6);
    head->addWidget(m_direction);
    head->addWidget(m_kinds);
    head->addWidget(m_search, 1);
    head->addWidget(m_expression);
    head->addWidget(m_status, 1);
    head->addWidget(m_newest);
    head->addWidget(m_pause);
    head->addWidget(m_clear);
    head->addWidget(m_save);
    head->addWidget(m_write);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(1);
    m_parts->addWidget(m_view);
    m_parts->addWidget(m_detail);
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_none, 1);
    layout->addWidget(m_parts, 1);
    layout->addWidget(m_composer);
    setFocusProxy(m_view);
    const QList<QWidget *> order{m_view,
                                 m_detail->formBox(),
                                 m_detail->textField(),
                                 m_direction,
                                 m_kinds,
                                 m_search,
                                 m_expression,
                                 m_newest,
                                 m_pause,
                                 m_clear,
                                 m_save,
                                 m_write,
                                 m_composer->field()};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);

    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(typingPause);
    m_statusSoon.setSingleShot(true);
    m_statusSoon.setInterval(statusPause);
    connect(&m_searchSoon, &QTimer::timeout, this, &FramesPane::search);
    connect(&m_statusSoon, &QTimer::timeout, this, &FramesPane::showStatus);
    connect(m_search, &QLineEdit::textChanged, &m_searchSoon, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &FramesPane::search);
    connect(m_expression, &QToolButton::toggled, this, &FramesPane::search);
    connect(m_direction, &QComboBox::currentIndexChanged, this, &FramesPane::search);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &FramesPane::search);
    connect(m_pause, &QToolButton::toggled, this, [this](bool paused) {
        if (m_frames)
            m_frames->setPaused(paused);
        showStatus();
    });
    connect(m_newest, &QToolButton::clicked, m_view, &FrameView::follow);
    connect(m_view, &FrameView::followingChanged, this,
            [this](bool isFollowing) { m_newest->setEnabled(!isFollowing); });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        if (m_frames)
            m_frames->clear();
        m_view->follow();
        showStatus();
    });
    connect(m_save, &QToolButton::clicked, this, &FramesPane::saveRequested);
    connect(m_write, &QToolButton::toggled, this, [this](bool isOn) {
        m_composer->setVisible(isOn);
        if (isOn)
            m_composer->field()->setFocus(Qt::OtherFocusReason);
        else
            m_composer->stopRepeating();
    });
    connect(m_view, &FrameView::frameChanged, this, &FramesPane::showFrame);
    auto *find = new QShortcut(QKeySequence(Qt::Key_Slash), m_view);
    find->setContext(Qt::WidgetShortcut);
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    auto *end = new QShortcut(QKeySequence(Qt::Key_End), m_view);
    end->setContext(Qt::WidgetShortcut);
    connect(end, &QShortcut::activated, m_view, &FrameView::follow);
    m_newest->setEnabled(false);
    retranslate();
    setFrames(nullptr);
}

void FramesPane::setFrames(FrameListModel *frames)
{
    if (m_frames)
        m_frames->disconnect(this);
    m_frames = frames;
    m_view->setFrames(frames);
    m_parts->setVisible(frames != nullptr);
    m_none->setVisible(frames == nullptr);
    for (QWidget *widget :
         QList<QWidget *>{m_direction, m_kinds, m_search, m_expression, m_pause, m_clear, m_save})
        widget->setEnabled(frames != nullptr);
    if (frames) {
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(frames, signal, this, [this] {
                if (!m_statusSoon.isActive())
                    m_statusSoon.start();
            });
        m_pause->setChecked(frames->isPaused());
        search();
    }
    showFrame({});
    showStatus();
}

void FramesPane::startWriting()
{
    m_write->setChecked(true);
    m_composer->field()->setFocus(Qt::OtherFocusReason);
}

void FramesPane::search()
{
    m_searchSoon.stop();
    if (!m_frames)
        return;
    FrameFilter filter;
    if (const int place = m_direction->currentIndex(); place > 0)
        filter.direction = place == 1 ? FrameDirection::Sent : FrameDirection::Received;
    filter.kinds = static_cast<FrameFilter::Kinds>(m_kinds->currentIndex());
    const Outcome outcome = filter.setSearch(m_search->text(), m_expression->isChecked());
    m_fault = outcome ? QString() : outcome.error().answer;
    m_frames->setFilter(filter);
    showStatus();
}

void FramesPane::showFrame(const QModelIndex &index)
{
    const bool isOne = m_frames && index.isValid();
    m_detail->setVisible(isOne);
    if (isOne)
        m_detail->showFrame(m_frames->frame(index.row()), m_frames->format().preferences());
    else
        m_detail->showFrame({}, {});
}

void FramesPane::showStatus()
{
    QString text;
    if (!m_fault.isEmpty()) {
        text = tr("No expression: %1", "a search that can't be used, why").arg(m_fault);
    } else if (m_frames && m_frames->isPaused()) {
        text = tr("Paused");
    } else if (m_frames) {
        const auto kept = static_cast<int>(m_frames->all().size());
        const QString size = QLocale().formattedDataSize(m_frames->bytes());
        text = m_frames->rowCount() == kept ? tr("%n rows, %1", "of the list of frames, size", kept).arg(size)
                                            : tr("%1 of %n rows", "of the list of frames", kept)
                                                  .arg(QLocale().toString(m_frames->rowCount()));
    }
    m_status->setText(text);
    m_status->setToolTip(text);
}

QString FramesPane::status() const
{
    return m_status->text();
}

/// If there is little room, hides the least important parts; the selected frame is where there is more.
void FramesPane::giveWay()
{
    m_status->setVisible(width() >= 900);
    m_direction->setVisible(width() >= 560);
    m_parts->setOrientation(width() > height() ? Qt::Horizontal : Qt::Vertical);
}

void FramesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveWay();
}

void FramesPane::retranslate()
{
    m_direction->setAccessibleName(tr("Direction of frames"));
    m_direction->setItemText(0, tr("Both ways"));
    m_direction->setItemText(1, tr("Sent"));
    m_direction->setItemText(2, tr("Received"));
    m_kinds->setAccessibleName(tr("Kinds of frames"));
    m_kinds->setItemText(static_cast<int>(FrameFilter::Kinds::All), tr("All kinds"));
    m_kinds->setItemText(static_cast<int>(FrameFilter::Kinds::Messages), tr("Messages"));
    m_kinds->setItemText(static_cast<int>(FrameFilter::Kinds::Control), tr("Ping, pong, close"));
    m_kinds->setItemText(static_cast<int>(FrameFilter::Kinds::Handshakes), tr("Handshakes"));
    m_kinds->setItemText(static_cast<int>(FrameFilter::Kinds::Dialogue), tr("Dialogue"));
    m_search->setPlaceholderText(tr("Search frames"));
    m_search->setAccessibleName(tr("Search frames"));
    m_expression->setAccessibleName(tr("Regular expression"));
    m_expression->setToolTip(tr("What is searched for is a regular expression"));
    m_pause->setText(tr("Pause", "the list of frames"));
    m_pause->setToolTip(tr("Let the list stand still; what comes meanwhile is shown afterwards"));
    m_newest->setText(tr("Newest"));
    m_newest->setToolTip(tr("Go to the newest frame and stay there (End)"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Forget the frames of this peer"));
    m_save->setText(tr("Save…"));
    m_save->setToolTip(tr("Save the frames of this peer as JSON lines or HAR; secrets are masked"));
    m_write->setText(tr("Write"));
    m_write->setToolTip(tr("Write a message to this peer"));
    m_none->setText(tr("Select a peer to see its frames."));
    showStatus();
    showFrame(m_view->currentIndex()); // the format may be another
}

void FramesPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
