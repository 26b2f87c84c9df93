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

/// A piece of JSON that remembers how it was written: the order of keys, the spelling of numbers and strings,
/// and the white space between them. What is read and written back without a change is the same bytes, and a
/// change of one value is a change of one line. (QJsonObject sorts its keys and forgets the rest.)
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
    /// A scalar as it was spelled; `token` is valid JSON of that kind.
    [[nodiscard]] static JsonValue fromToken(Kind kind, const QByteArray &token);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isContainer() const { return m_kind == Kind::Array || m_kind == Kind::Object; }
    [[nodiscard]] bool toBool() const;      ///< of a Bool
    [[nodiscard]] double toNumber() const;  ///< of a Number
    [[nodiscard]] QString toString() const; ///< of a String
    /// A scalar as it is spelled.
    [[nodiscard]] const QByteArray &token() const { return m_token; }

    /// What is in an array or object, in order.
    [[nodiscard]] const std::vector<JsonMember> &children() const { return m_children; }
    [[nodiscard]] std::vector<JsonMember> &children() { return m_children; }

    /// The first member with that key, or null.
    [[nodiscard]] const JsonMember *find(QStringView key) const;
    [[nodiscard]] JsonMember *find(QStringView key);

    /// Gives a member of an object this value, at its place if it is there, at the end otherwise. The white
    /// space around it stays.
    void set(const QString &key, JsonValue value);
    /// Takes a member out of an object; false when it was not there.
    bool remove(QStringView key);
    /// Adds to the end of an array. A member that was read elsewhere keeps the layout of its inside.
    void append(JsonMember element);

    /// White space before the closing bracket; null: not laid out yet.
    [[nodiscard]] const QByteArray &closing() const { return m_closing; }
    void setClosing(const QByteArray &space) { m_closing = space; }

    /// Forgets all white space, so that the writer lays it out anew.
    void forgetLayout();

    /// True when both mean the same: whatever the white space, the spelling and the order of keys. Numbers
    /// are the same when they are so within a nanosecond's worth.
    [[nodiscard]] bool means(const JsonValue &other) const;

private:
    Kind m_kind = Kind::Null;
    QByteArray m_token = QByteArrayLiteral("null");
    std::vector<JsonMember> m_children;
    QByteArray m_closing;
};

/// An element of an array or a member of an object, with the white space around it. Null white space is not
/// laid out yet: the writer chooses it.
struct JsonMember {
    QByteArray before;   ///< before the key, or before the element
    QByteArray keyToken; ///< with its quotes; empty in arrays
    QByteArray colon;    ///< the colon with the space around it
    JsonValue value;
    QByteArray after; ///< between the value and the comma

    [[nodiscard]] QString key() const;
};

/// A whole text.
struct JsonDocument {
    QByteArray before;
    JsonValue root;
    QByteArray after = QByteArrayLiteral("\n");
};

/// The string as a JSON token: quoted, with what RFC 8259 7 wants escaped, and nothing else.
[[nodiscard]] QByteArray quoteJson(const QString &text);

/// The string that a JSON token stands for. The token is valid.
[[nodiscard]] QString unquoteJson(const QByteArray &token);

/// The document as UTF-8. What has no layout yet is laid out as its neighbours are, or else by two spaces a
/// level; arrays without objects in them stay on one line.
[[nodiscard]] QByteArray writeJson(const JsonDocument &document);

/// A value on one line, laid out anew: {"key": "value", "list": [1, 2]}.
[[nodiscard]] QByteArray writeJsonLine(const JsonValue &value);

} // namespace Pongwatch
