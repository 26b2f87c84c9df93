// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/framesfeature.h"

#include "app/window/application.h"
#include "app/window/background.h"
#include "app/window/noticebar.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "engine/values/binaryform.h"
#include "frames/harfile.h"
#include "items/framelistmodel.h"
#include "text/wording.h"
#include "widgets/frames/framespane.h"
#include "widgets/frames/frameview.h"
#include "widgets/messages/messagecomposer.h"
#include "widgets/peerlistview.h"
#include "widgets/workspace/namedialog.h"
#include "workspace/secretsintext.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>

#include <utility>

namespace Pongwatch
{

namespace
{

/// At most as often as batches of samples: people can't tell this from immediate.
constexpr milliseconds takingInterval{100};
const QString heightKey = QStringLiteral("frames_height");
const QString openKey = QStringLiteral("frames_open");

} // namespace

FramesFeature::FramesFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_open(new QAction(this))
    , m_write(new QAction(this))
    , m_dock(new QDockWidget(context.window))
{
    m_open->setObjectName(QStringLiteral("frames"));
    m_open->setCheckable(true);
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    m_write->setObjectName(QStringLiteral("send-message"));
    m_write->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    m_context.menus->add(WindowMenus::Menu::View, 0, {m_open});
    m_context.menus->add(WindowMenus::Menu::Peer, 10, {m_write});
    m_context.list->addAction(m_write);
    enableWithSelection({m_write});

    m_dock->setObjectName(QStringLiteral("frames-dock"));
    m_dock->setAllowedAreas(Qt::BottomDockWidgetArea | Qt::RightDockWidgetArea);
    m_dock->hide();
    qobject_cast<QMainWindow *>(context.window)->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    m_taking.setInterval(takingInterval);

    connect(m_open, &QAction::toggled, this, &FramesFeature::setOpen);
    m_dock->installEventFilter(this);
    connect(m_write, &QAction::triggered, this, &FramesFeature::startWriting);
    connect(&m_taking, &QTimer::timeout, this, &FramesFeature::takeFrames);
    connect(context.list, &PeerListView::selectedPeersChanged, this, &FramesFeature::showSelected);
    const PeerBook *book = context.application->book();
    connect(book, &PeerBook::peersChanged, this, &FramesFeature::showStates);
    connect(book, &PeerBook::peerRemoved, this, &FramesFeature::stop);
    // If it waited for its secrets, the engine knows it only now.
    connect(context.application->fleet(), &PeerFleet::watched, this, [this](PeerId peer) {
        if (const auto found = m_recordings.find(peer); found != m_recordings.end())
            m_context.application->watchFrames(peer, found->second.queue);
    });
    retranslate();
    // As it was left. Later, because the window is still being created.
    QTimer::singleShot(0, this,
                       [this] { m_open->setChecked(m_context.settings->value(openKey, false).toBool()); });
}

FramesFeature::~FramesFeature() = default;

bool FramesFeature::isOpen() const
{
    return m_open->isChecked();
}

void FramesFeature::setOpen(bool open)
{
    m_context.settings->setValue(openKey, open);
    if (open) {
        makePane();
        m_dock->show();
        const int usual = m_context.window->height() / 3;
        const int height = m_context.settings->value(heightKey, usual).toInt();
        qobject_cast<QMainWindow *>(m_context.window)->resizeDocks({m_dock}, {height}, Qt::Vertical);
        m_taking.start();
        showSelected();
        if (m_context.window->isActiveWindow())
            m_pane->view()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_context.settings->setValue(heightKey, m_dock->height());
    const bool hadFocus = m_dock->isAncestorOf(m_context.window->focusWidget());
    m_taking.stop();
    stopAll();
    m_dock->hide();
    if (hadFocus)
        m_context.list->setFocus(Qt::OtherFocusReason);
}

/// The dock's own action also reacts when the window is hidden, which closes nothing.
bool FramesFeature::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_dock && event->type() == QEvent::Close)
        m_open->setChecked(false);
    return WindowFeature::eventFilter(watched, event);
}

void FramesFeature::makePane()
{
    if (m_pane)
        return;
    m_pane = new FramesPane(m_dock);
    m_dock->setWidget(m_pane);
    MessageComposer *composer = m_pane->composer();
    connect(composer, &MessageComposer::sendRequested, this, &FramesFeature::send);
    connect(composer, &MessageComposer::saveRequested, this, &FramesFeature::saveMessage);
    connect(composer, &MessageComposer::removalRequested, this, &FramesFeature::removeMessage);
    connect(m_pane, &FramesPane::saveRequested, this, &FramesFeature::save);
    connect(m_context.application->session(), &WorkspaceSession::changed, this,
            &FramesFeature::showSavedMessages);
    showSavedMessages();
    Q_EMIT paneMade(m_pane);
}

void FramesFeature::showSelected()
{
    if (!isOpen())
        return;
    const QList<PeerId> selected = selectedOwn();
    const std::optional<PeerId> peer = selected.isEmpty() ? std::nullopt : std::optional(selected.first());
    if (peer != m_peer || !m_pane->frames()) {
        m_peer = peer;
        m_pane->setFrames(peer ? recordingOf(*peer).frames.get() : nullptr);
    }
    while (m_order.size() > mostRecordings)
        stop(m_order.first());
    showStates();
    retranslate();
}

FramesFeature::Recording &FramesFeature::recordingOf(PeerId peer)
{
    m_order.removeAll(peer);
    m_order.append(peer);
    Recording &recording = m_recordings[peer];
    if (!recording.queue) {
        recording.queue = std::make_shared<FrameQueue>();
        recording.frames = std::make_unique<FrameListModel>(m_context.application->book());
        m_context.application->watchFrames(peer, recording.queue);
    }
    return recording;
}

void FramesFeature::stop(PeerId peer)
{
    auto node = m_recordings.extract(peer);
    m_order.removeAll(peer);
    if (node.empty())
        return;
    m_context.application->watchFrames(peer, nullptr);
    if (m_pane->composer()->repeatedPeer() == peer)
        m_pane->composer()->stopRepeating();
    if (m_peer == peer) {
        m_peer.reset();
        m_pane->setFrames(nullptr);
        m_pane->composer()->setPeer({}, {}, false);
    }
}

void FramesFeature::stopAll()
{
    const QList<PeerId> recorded = m_order;
    for (const PeerId peer : recorded)
        stop(peer);
    if (m_pane)
        m_pane->composer()->stopRepeating();
}

void FramesFeature::takeFrames()
{
    for (auto &[peer, recording] : m_recordings) {
        FrameQueue::Taken taken = recording.queue->take();
        for (const auto &mask : taken.masks)
            recording.frames->addMask(mask);
        if (!taken.frames.empty())
            recording.frames->append(std::move(taken.frames));
        if (!taken.places.empty())
            recording.frames->setPlaces(taken.places);
    }
}

bool FramesFeature::canSendTo(PeerId peer) const
{
    const PeerRecord *record = m_context.application->book()->record(peer);
    return record && record->state() == ConnectionState::Open;
}

void FramesFeature::showStates()
{
    if (!m_pane)
        return;
    const PeerRecord *record = m_peer ? m_context.application->book()->record(*m_peer) : nullptr;
    m_pane->composer()->setPeer(record ? m_peer : std::nullopt, record ? record->name() : QString(),
                                m_peer && canSendTo(*m_peer));
    if (const std::optional<PeerId> repeated = m_pane->composer()->repeatedPeer())
        m_pane->composer()->setRepeatedPeerOpen(canSendTo(*repeated));
}

void FramesFeature::startWriting()
{
    m_open->setChecked(true);
    m_pane->startWriting();
}

void FramesFeature::send(PeerId peer, const DialogueMessage &message)
{
    if (message.form == MessageForm::Text)
        m_context.application->sendText(peer, message.content);
    else if (const Result<QByteArray> bytes = bytesOf(message.content, message.form))
        m_context.application->sendBinary(peer, bytes.value());
}

void FramesFeature::save()
{
    const PeerRecord *record = m_peer ? m_context.application->book()->record(*m_peer) : nullptr;
    const FrameListModel *frames = m_pane->frames();
    if (!record || !frames)
        return;
    const FrameFileHead head{record->name(), displayUrl(record->url()), QStringLiteral(PONGWATCH_VERSION),
                             m_context.application->book()->now()};
    auto *dialog = new QFileDialog(m_context.window, tr("Save Frames"), QString(),
                                   tr("JSON lines (*.jsonl);;HAR, as browsers write it (*.har)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.har")) ? QStringLiteral("har")
                                                                         : QStringLiteral("jsonl"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, head, kept = frames->all()](const QString &path) {
                const bool isHar =
                    QFileInfo(path).suffix().compare(QLatin1String("har"), Qt::CaseInsensitive) == 0;
                inBackground(
                    this,
                    [head, kept, path, isHar] {
                        return writeWholeFile(path, isHar ? framesAsHar(head, kept)
                                                          : framesAsJsonLines(head, kept));
                    },
                    [this, path](const Outcome &outcome) {
                        m_context.notice->showNotice(outcome ? tr("Saved %1.").arg(path)
                                                             : outcome.error().sentence());
                    });
            });
    dialog->open();
}

void FramesFeature::saveMessage(const DialogueMessage &message)
{
    if (message.form == MessageForm::Text && withMaskedSecrets(message.content) != message.content) {
        m_context.notice->showNotice(
            tr("Not saved: the message has what looks like a secret, and a workspace has none."));
        return;
    }
    QStringList taken;
    for (const SavedMessage &saved : m_context.application->session()->workspace().messages)
        taken.append(saved.name);
    auto *dialog =
        new NameDialog(tr("Save Message"), tr("Name of the message:"), QString(), taken, m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, message] {
        Workspace next = m_context.application->session()->workspace();
        next.setMessage(dialog->name(), message);
        m_context.application->session()->edit(tr("saving the message “%1”").arg(dialog->name()),
                                               std::move(next));
    });
    dialog->open();
}

void FramesFeature::removeMessage(const QString &name)
{
    Workspace next = m_context.application->session()->workspace();
    next.removeMessage(name);
    m_context.application->session()->edit(tr("removing the message “%1”").arg(name), std::move(next));
}

void FramesFeature::showSavedMessages()
{
    QList<MessageComposer::Saved> saved;
    for (const SavedMessage &message : m_context.application->session()->workspace().messages)
        saved.append({message.name, message.message});
    m_pane->composer()->setSaved(saved);
}

void FramesFeature::retranslate()
{
    m_open->setText(tr("&Frames"));
    m_open->setToolTip(tr("Show the frames that go to and fro between the selected peer and this program"));
    m_write->setText(tr("Send a &Message…"));
    m_write->setToolTip(tr("Write a message to the selected peer and see what it answers"));
    const PeerRecord *record = m_peer ? m_context.application->book()->record(*m_peer) : nullptr;
    m_dock->setWindowTitle(
        record ? tr("Frames of %1", "a peer's name").arg(Wording::harmless(record->name(), 80))
               : tr("Frames"));
}

} // namespace Pongwatch
