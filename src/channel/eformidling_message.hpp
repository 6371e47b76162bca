// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "channel/channel.hpp"
#include "channel/moment.hpp"
#include "channel/settings.hpp"

namespace tilstand::channel {

/// "arkivmelding": the document's name in a standard business document.
std::string_view name_of(DocumentType document);

/// "urn:no:difi:arkivmelding:xsd::arkivmelding": the document's identifier, as capabilities name it.
/// docs.digdir.no, eFormidling, "Dokumenttype: Arkivmelding" and "Dokumenttype: Avtalt".
std::string standard_of(DocumentType document);

/// The standard business document of a parcel, JSON. The parcel's id is the message's (instanceIdentifier); sender and receiver are
/// ISO 6523 numbers of the scheme 0192; the conversation's id is made of the parcel's.
/// docs.digdir.no, eFormidling, "Standard Business Document (SBD)". An `avtalt` message has `identifier` and `content` ("Dokumenttype:
/// Avtalt"): here subject, text, language and the files with their check sums. An `arkivmelding` has no content of its own here.
std::string business_document(const Parcel& parcel, const EformidlingSettings& settings);

/// `arkivmelding.xml`: one saksmappe with one outgoing journalpost that refers to each file by its name, the first as main document.
/// Its ids are made of the parcel's. docs.digdir.no, eFormidling, "Arkivmelding", and arkivmelding.xsd in felleslosninger/efm-integrasjonspunkt; the words
/// are those of Noark 5 v3.1, metadatakatalog.xsd.
std::string archive_message(const Parcel& parcel, const std::vector<Attachment>& files, const EformidlingSettings& settings, Moment now);

}  // namespace tilstand::channel
