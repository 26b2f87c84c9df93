// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/valueeditor.h"

#include <variant>

class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace Pongwatch
{

/// One step or rule of a dialogue as fields, with any problem shown below them.
class DialogueRow : public QObject
{
    Q_OBJECT

public:
    using Part = std::variant<DialogueStep, DialogueAnswer>;

    DialogueRow(const Part &part, QWidget *parent);

    /// The contents of the fields. The error's answer says what is wrong with which field.
    [[nodiscard]] Result<Part> part() const;
    /// Shows what is wrong; empty: nothing.
    void setComplaint(const QString &text);
    void setNumber(int number);
    void setQuiet(bool quiet);
    void retranslate();

    [[nodiscard]] QFrame *frame() const { return m_frame; }
    /// The fields by their names in files: "send", "expect", "within_s", "refused", "when".
    [[nodiscard]] QLineEdit *field(const char *name) const;
    [[nodiscard]] QString complaint() const;

Q_SIGNALS:
    void edited();
    void removalWanted();

private:
    struct Field {
        const char *name;
        QLabel *label;
        QLineEdit *edit;
    };

    QLineEdit *addField(const char *name, const QString &text, int line, int column, int columns);
    [[nodiscard]] MessageForm form() const;

    bool m_isStep;
    int m_number = 1;
    QFrame *m_frame;
    QLabel *m_title;
    QList<Field> m_fields;
    QComboBox *m_form;
    QToolButton *m_remove;
    QLabel *m_complaint;
};

/// The steps, or the rules, of a dialogue: one row each, with buttons to add and remove them.
class DialogueRows : public ValueEditor
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Steps, Answers };

    explicit DialogueRows(Kind kind, QWidget *parent = nullptr);

    void showValue(const ProfileSettings *settings) override;
    [[nodiscard]] QString read(ProfileSettings &settings) const override;
    void setQuiet(bool quiet) override;
    void retranslate() override;

    [[nodiscard]] const QList<DialogueRow *> &rows() const { return m_rows; }
    [[nodiscard]] QPushButton *addButton() const { return m_add; }

private:
    DialogueRow *addRow(const DialogueRow::Part &part);
    void removeRow(DialogueRow *row);
    void clear();
    void renumber();

    Kind m_kind;
    bool m_isMixed = false;
    bool m_quiet = false;
    QList<DialogueRow *> m_rows;
    QVBoxLayout *m_layout;
    QLabel *m_mixed;
    QPushButton *m_add;
};

/// A feed that must keep coming: which messages, and how often at least.
class AliveValue : public ValueEditor
{
    Q_OBJECT

public:
    explicit AliveValue(QWidget *parent = nullptr);

    void showValue(const ProfileSettings *settings) override;
    [[nodiscard]] QString read(ProfileSettings &settings) const override;
    void setQuiet(bool quiet) override;
    void retranslate() override;

    [[nodiscard]] QLineEdit *whenField() const { return m_when; }
    [[nodiscard]] QLineEdit *everyField() const { return m_every; }

private:
    bool m_isMixed = false;
    MessageForm m_form = MessageForm::Text;
    QLabel *m_everyLabel;
    QLabel *m_whenLabel;
    QLineEdit *m_every;
    QLineEdit *m_when;
};

} // namespace Pongwatch
