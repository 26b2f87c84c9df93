// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace Pongwatch
{

struct JsonMember;

/// A JSON value that remembers how it was written: the order of keys, the spelling of numbers and strings,
/// and white space. If it is read and written without a change, the bytes are the same, and changing one
/// value changes one line. (QJsonObject sorts its keys and forgets the rest.)
class JsonValue
{
public:
    enum class Kind : quint8 { Null, Bool, Number, String, Array, Object };

    /// null
    JsonValue();
    ~JsonValue();
    JsonValue(const JsonValue &);
    JsonValue(JsonValue &&) noexcept;
    JsonValue &operator=(const JsonValue &);
    JsonValue &operator=(JsonValue &&) noexcept;

    [[nodiscard]] static JsonValue boolean(bool value);
    [[nodiscard]] static JsonValue number(double value);
    [[nodiscard]] static JsonValue string(const QString &value);
    [[nodiscard]] static JsonValue array(const std::vector<JsonValue> &elements = {});
    [[nodiscard]] static JsonValue object();
    /// A scalar as written; `token` must be valid JSON of that kind.
    [[nodiscard]] static JsonValue fromToken(Kind kind, const QByteArray &token);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isContainer() const { return m_kind == Kind::Array || m_kind == Kind::Object; }
    [[nodiscard]] bool toBool() const;      ///< for a Bool
    [[nodiscard]] double toNumber() const;  ///< for a Number
    [[nodiscard]] QString toString() const; ///< for a String
    /// A scalar as written.
    [[nodiscard]] const QByteArray &token() const { return m_token; }

    /// The contents of an array or object, in order.
    [[nodiscard]] const std::vector<JsonMember> &children() const { return m_children; }
    [[nodiscard]] std::vector<JsonMember> &children() { return m_children; }

    /// The first member with that key; null if there is none.
    [[nodiscard]] const JsonMember *find(QStringView key) const;
    [[nodiscard]] JsonMember *find(QStringView key);

    /// Sets the value of a member of an object: in its place if it exists, otherwise at the end. The white
    /// space around it stays.
    void set(const QString &key, JsonValue value);
    /// Removes a member from an object; returns false if it was not there.
    bool remove(QStringView key);
    /// Appends to an array. A member that was read elsewhere keeps the layout of its contents.
    void append(JsonMember element);

    /// White space before the closing bracket; null: not laid out yet.
    [[nodiscard]] const QByteArray &closing() const { return m_closing; }
    void setClosing(const QByteArray &space) { m_closing = space; }

    /// Forgets all white space, so that the writer lays it out again.
    void forgetLayout();

    /// True if both mean the same, regardless of white space, spelling and the order of keys. Numbers are
    /// equal if they differ by less than what a nanosecond is worth.
    [[nodiscard]] bool means(const JsonValue &other) const;

private:
    Kind m_kind = Kind::Null;
    QByteArray m_token = QByteArrayLiteral("null");
    std::vector<JsonMember> m_children;
    QByteArray m_closing;
};

/// An element of an array or a member of an object, with the white space around it. Null white space means
/// that the writer chooses it.
struct JsonMember {
    QByteArray before;   ///< before the key, or before the element
    QByteArray keyToken; ///< with quotes; empty in arrays
    QByteArray colon;    ///< the colon and the space around it
    JsonValue value;
    QByteArray after; ///< between the value and the comma

    [[nodiscard]] QString key() const;
};

/// A whole document.
struct JsonDocument {
    QByteArray before;
    JsonValue root;
    QByteArray after = QByteArrayLiteral("\n");
};

/// The string as a JSON token: quoted, with escapes where RFC 8259 7 requires them, and nowhere else.
[[nodiscard]] QByteArray quoteJson(const QString &text);

/// The string in a JSON token, which must be valid.
[[nodiscard]] QString unquoteJson(const QByteArray &token);

/// The document as UTF-8. Anything without layout is laid out like its neighbours, or else indented by two
/// spaces per level; arrays without objects stay on one line.
[[nodiscard]] QByteArray writeJson(const JsonDocument &document);

/// A value on one line, with new layout: {"key": "value", "list": [1, 2]}.
[[nodiscard]] QByteArray writeJsonLine(const JsonValue &value);

} // namespace Pongwatch
