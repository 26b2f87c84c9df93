// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace Pongwatch
{

/// The page for a profile's name, URL, group and tags. For several profiles at once, different values are
/// shown as such, and fields that are not edited stay unchanged.
class IdentityPage : public QWidget
{
    Q_OBJECT

public:
    IdentityPage(const Workspace &workspace, const QList<ProfileKey> &keys, QWidget *parent = nullptr);

    /// The first problem; empty: none.
    [[nodiscard]] QString complaint() const;
    [[nodiscard]] Workspace applyTo(Workspace workspace) const;

    [[nodiscard]] QLineEdit *nameField() const { return m_name; }
    [[nodiscard]] QLineEdit *urlField() const { return m_url; }
    [[nodiscard]] QComboBox *groupField() const { return m_group; }

    void retranslate();
    [[nodiscard]] int labelWidth() const;

Q_SIGNALS:
    void changed();

private:
    void show(const Workspace &workspace);
    void check();
    [[nodiscard]] QStringList tags() const;

    QList<ProfileKey> m_keys;
    QStringList m_takenNames;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_nameComplaint;
    QLabel *m_urlLabel;
    QLineEdit *m_url;
    QLabel *m_urlComplaint;
    QLabel *m_groupLabel;
    QComboBox *m_group;
    QLabel *m_groupComplaint;
    QLabel *m_tagsLabel;
    QLineEdit *m_tags;
    QLabel *m_tagsHint;
    QCheckBox *m_enabled;
    bool m_groupTouched = false;
    bool m_tagsTouched = false;
    bool m_enabledTouched = false;
    bool m_tagsDiffer = false;
};

} // namespace Pongwatch
