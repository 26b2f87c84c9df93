// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace Pongwatch
{

/// Shows the pages of the guide, which are part of the program: works wherever that is, without a network.
/// Lines stay short enough to be followed and pictures are no wider; links that lead out of the guide are
/// handed to the system.
class GuideBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit GuideBrowser(QWidget *parent = nullptr);

    /// The page that it begins with.
    [[nodiscard]] static QUrl firstPage();

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int pictureWidth() const;
    void scrollToHeading(const QString &anchor);

    int m_picturesFor = 0; ///< how wide they were made
    QTimer m_reloadSoon;
};

} // namespace Pongwatch
