// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/foreignobject.h"

namespace Pongwatch
{

/// The variables that hold at one place of a collection, and their use: "{{name}}", and "{{ _.name }}" as
/// Insomnia has it. A variable may use others.
class TemplateScope
{
public:
    void set(const QString &name, const QString &value) { m_values.insert(name, value); }
    void set(const QList<ForeignPair> &pairs, const NoteSink &sink);
    void set(const QHash<QString, QString> &values) { m_values.insert(values); }

    /// With the values put in; names without one are added to `unknown` and stay as they are written.
    [[nodiscard]] QString expanded(const QString &text, QStringList *unknown) const;

private:
    [[nodiscard]] QString expanded(const QString &text, QStringList *unknown, int depth) const;

    QHash<QString, QString> m_values;
};

/// Credentials as the tools for APIs keep them, whatever they call the parts.
struct CollectionAuth {
    enum class Kind : quint8 { Inherited, None, Given };
    Kind kind = Kind::Inherited;
    QString type; ///< "bearer", "basic", "apikey", "oauth2" …
    QHash<QString, QString> values;
    QString place;

    /// Reads {"type"|"mode": T, T: {…} or [{"key", "value"}], or the parts beside the type}.
    [[nodiscard]] static CollectionAuth read(const JsonValue *value, const QString &place,
                                             const NoteSink &sink);
};

/// One request of a collection, with all that holds for it where it stands.
struct CollectionRequest {
    QString place;
    QString name;
    QString url;
    QString urlPlace;
    QStringList folders; ///< become tags
    QList<ForeignPair> headers;
    QList<ForeignPair> query;         ///< what the URL does not have already
    QList<ForeignPair> pathVariables; ///< for "/:name" in the URL's path
    CollectionAuth auth;
    TemplateScope scope;
    bool isWebSocket = false; ///< the tool says so, whatever the URL's scheme
    QList<ImportNote> notes;
    std::optional<bool> verify; ///< of TLS

    [[nodiscard]] NoteSink sink();
    /// Makes a profile of it, or tells why not.
    void buildInto(ImportResult &result);
};

} // namespace Pongwatch
