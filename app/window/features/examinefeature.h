// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "examine/examination.h"
#include "examine/findings/findingshelf.h"
#include "items/findinglistmodel.h"
#include "widgets/inspector/peerpage.h"
#include "workspace/secretresolver.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QAction;

namespace Pongwatch
{

class ExamineDialog;

/// Peer > Examine…: a check-up of the selected peer, one at a time. What it finds is kept, compared with the
/// last time, and gone on with after a cancel.
class ExamineFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit ExamineFeature(const WindowContext &context, QObject *parent = nullptr);
    ~ExamineFeature() override;

    /// The one that is open; null: none.
    [[nodiscard]] ExamineDialog *dialog() const;

private:
    void retranslate() override;
    void openDialog();
    void begin(bool goOn);
    void readPast(const ConnectionSettings &settings, bool goOn);
    void run(const ConnectionSettings &settings, const std::vector<PastEnd> &pastEnds, bool goOn);
    void finish();
    void takeKept(const KeptFindings &kept);
    void compareWithKept();
    void takeInterval(ProfileKey key, nanoseconds interval);
    [[nodiscard]] std::optional<PeerPage::Advice> adviceFor(PeerId peer) const;
    void showInterval();

    QAction *m_examine;
    SecretResolver m_resolver;
    FindingShelf m_shelf;
    QThreadPool m_files; ///< one thread, so that what is kept is read by whoever asks next
    FindingListModel m_model;
    QPointer<ExamineDialog> m_dialog;
    std::unique_ptr<Examination> m_examination; ///< null: none runs
    ProfileKey m_key = ProfileKey::None;
    QString m_url; ///< without secrets
    KeptFindings m_kept;
    bool m_wentOn = false;
    quint64 m_number = 0; ///< of the dialog; what older ones asked for is void
};

} // namespace Pongwatch
