// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "engine/framequeue.h"
#include "engine/values/dialoguesettings.h"
#include "engine/values/peerid.h"

#include <QList>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

class QDockWidget;

namespace Pongwatch
{

class FrameListModel;
class FramesPane;

/// The pane of frames: closed until requested, and nothing of a peer is recorded until it was shown there.
/// The peers shown last are recorded until the pane is closed.
class FramesFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit FramesFeature(const WindowContext &context, QObject *parent = nullptr);
    ~FramesFeature() override;

    /// How many peers are recorded at the same time.
    static constexpr qsizetype mostRecordings = 4;

    /// Null until it is opened for the first time.
    [[nodiscard]] FramesPane *pane() const { return m_pane; }
    [[nodiscard]] bool isOpen() const;
    /// The recorded peers, with the one shown last at the end.
    [[nodiscard]] const QList<PeerId> &recorded() const { return m_order; }

    /// Takes what the I/O threads have collected, like the timer does.
    void takeFrames();

Q_SIGNALS:
    /// The pane was created.
    void paneMade(QWidget *pane);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Recording {
        std::shared_ptr<FrameQueue> queue;
        std::unique_ptr<FrameListModel> frames;
    };

    void retranslate() override;
    void setOpen(bool open);
    void makePane();
    void showSelected();
    void showStates();
    void startWriting();
    Recording &recordingOf(PeerId peer);
    void stop(PeerId peer);
    void stopAll();
    [[nodiscard]] bool canSendTo(PeerId peer) const;
    void send(PeerId peer, const DialogueMessage &message);
    void save();
    void saveMessage(const DialogueMessage &message);
    void removeMessage(const QString &name);
    void showSavedMessages();

    QAction *m_open;
    QAction *m_write;
    QDockWidget *m_dock; // owned by the main window
    FramesPane *m_pane = nullptr;
    std::optional<PeerId> m_peer; ///< the one that is shown
    std::map<PeerId, Recording> m_recordings;
    QList<PeerId> m_order;
    QTimer m_taking;
};

} // namespace Pongwatch
