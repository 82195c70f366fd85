//! Zeilen von „Verwaltung von KI-Chats“, wie JSON sie enthält: siehe das JSON-Schema desselben Systems.
//!
//! `serde = { version = "1", features = ["derive"] }`
//! `chrono = { version = "0.4", features = ["serde"] }`

use serde::{Deserialize, Serialize};

/// Alles im System, eine Liste je Tabelle.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Data {
    /// Sitzungen: Eine Zeile für jeden Chat mit einer KI.
    pub sitzungen: Vec<SitzungenRow>,
    /// Projekte: Wofür Sitzungen da sind, von der Planung bis zum Abschluss.
    pub projekte: Vec<ProjekteRow>,
    /// Themen: Worum es in Sitzungen geht, als Baum von Themen und Unterthemen.
    pub themen: Vec<ThemenRow>,
    /// Aufgaben: Was nach einer Sitzung zu tun bleibt, von wem und bis wann.
    pub aufgaben: Vec<AufgabenRow>,
}

/// ID einer Zeile von „Sitzungen“.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct SitzungenId(pub String);

/// Eine Zeile von „Sitzungen“. Eine Zeile für jeden Chat mit einer KI.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SitzungenRow {
    /// ID der Zeile
    pub id: SitzungenId,
    /// Titel: Wie der Chat heißt, damit er wiederzufinden ist.
    pub titel: String,
    /// Plattform: Die KI, mit der gesprochen wurde.
    pub plattform: SitzungenPlattform,
    /// Status: Wo die Sitzung steht.
    pub status: SitzungenStatus,
    /// Hauptthema: Worum es in der Sitzung vor allem geht. ID einer Zeile von „Themen“.
    pub hauptthema: Option<ThemenId>,
    /// Nebenthemen: Was sonst noch vorkommt. IDs von Zeilen von „Themen“.
    #[serde(default)]
    pub nebenthemen: Vec<ThemenId>,
    /// Kategorie: Welche Art von Sitzung es war.
    pub kategorie: Option<SitzungenKategorie>,
    /// Projekt: Das Projekt, zu dem sie gehört. ID einer Zeile von „Projekte“.
    pub projekt: Option<ProjekteId>,
    /// Projektphase: Die Projektphase, in der sie stattfand.
    pub projektphase: Option<SitzungenProjektphase>,
    /// Tags: Schlagworte.
    #[serde(default)]
    pub tags: Vec<SitzungenTags>,
    /// Priorität: Wie wichtig sie ist.
    pub prioritaet: Option<SitzungenPrioritaet>,
    /// Verantwortlich: Wer sich darum kümmert.
    pub verantwortlich: Option<String>,
    /// Beteiligte: Wer dabei war oder Bescheid wissen sollte.
    #[serde(default)]
    pub beteiligte: Vec<String>,
    /// Geteilt mit: Wer sonst damit arbeiten darf.
    #[serde(default)]
    pub geteilt_mit: Vec<String>,
    /// Sichtbarkeit: Wer sie sehen soll.
    pub sichtbarkeit: Option<SitzungenSichtbarkeit>,
    /// Erstellt: Wann der Chat begann.
    pub erstellt: Option<chrono::DateTime<chrono::Utc>>,
    /// Geändert: Wann sie zuletzt geändert wurde.
    pub geaendert: Option<chrono::DateTime<chrono::Utc>>,
    /// Wiedervorlage: Wann darauf zurückzukommen ist.
    pub wiedervorlage: Option<chrono::NaiveDate>,
    /// Zusammenfassung: Worum es ging, in zwei, drei Sätzen.
    pub zusammenfassung: Option<String>,
    /// Erkenntnisse: Was festzuhalten ist.
    pub erkenntnisse: Option<String>,
    /// Aufgaben: Was noch zu tun ist. IDs von Zeilen von „Aufgaben“.
    #[serde(default)]
    pub aufgaben: Vec<AufgabenId>,
    /// Notizen: Alles Weitere.
    pub notizen: Option<String>,
    /// Vorlage: Die Vorlage, mit der sie begann. Fehlersuche: „Erst die Ursache, dann die Lösung: erwartet, tatsächlich, was sich änderte, was versucht wurde.“ · Wochenplanung: „Plane meine Woche: Stunden, Termine, Pflicht, Kür; drei Hauptaufgaben am Tag, ein Fünftel frei.“ · Rechercheauftrag: „Antwort in zwei Sätzen, drei Befunde mit Quelle und Datum, Widersprüche, wie sicher.“ · Textprüfung: „Für diese Leserschaft und dieses Ziel lektorieren: Aussage, drei schwache Stellen, Änderungen je Zeile.“ · Besprechungsnotizen: „Protokoll aus Notizen: Beschlüsse mit Grund, Aufgaben mit Person und Datum, offene Fragen; nichts erfinden.“
    pub vorlage: Option<SitzungenVorlage>,
    /// Dauer (min): Wie lange sie dauerte, in Minuten.
    pub dauer_min: Option<f64>,
    /// Anzahl Nachrichten: Wie viele Nachrichten hin und her gingen.
    pub anzahl_nachrichten: Option<f64>,
    /// Zufriedenheit: Wie gut die Antworten waren.
    pub zufriedenheit: Option<SitzungenZufriedenheit>,
    /// Nutzen: Wie viel sie wert war, 1 bis 5.
    pub nutzen: Option<u8>,
    /// Archiviert am: Der Tag, an dem sie ins Archiv kam.
    pub archiviert_am: Option<chrono::NaiveDate>,
}

/// „Plattform“ von „Sitzungen“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum SitzungenPlattform {
    /// Claude
    Claude,
    /// ChatGPT
    #[serde(rename = "ChatGPT")]
    Chatgpt,
    /// Gemini
    Gemini,
    /// Perplexity
    Perplexity,
    /// Andere
    Andere,
}

/// „Status“ von „Sitzungen“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum SitzungenStatus {
    /// Aktiv
    Aktiv,
    /// Pausiert
    Pausiert,
    /// Abgeschlossen
    Abgeschlossen,
    /// Archiviert
    Archiviert,
}

/// „Kategorie“ von „Sitzungen“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum SitzungenKategorie {
    /// Kurze Frage
    #[serde(rename = "Kurze Frage")]
    KurzeFrage,
    /// Vertiefung
    Vertiefung,
    /// Projektarbeit
    Projektarbeit,
    /// Brainstorming
    Brainstorming,
    /// Problemlösung
    #[serde(rename = "Problemlösung")]
    Problemloesung,
    /// Anleitung
    Anleitung,
}

/// „Projektphase“ von „Sitzungen“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum SitzungenProjektphase {
    /// Planung
    Planung,
    /// Umsetzung
    Umsetzung,
    /// Prüfung
    #[serde(rename = "Prüfung")]
    Pruefung,
    /// Fertig
    Fertig,
}

/// „Tags“ von „Sitzungen“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum SitzungenTags {
    /// Dringend
    Dringend,
    /// Wiedervorlage
    Wiedervorlage,
    /// Idee
    Idee,
    /// Lösung
    #[serde(rename = "Lösung")]
    Loesung,
    /// Blockiert
    Blockiert,
    /// Nachschlagen
    Nachschlagen,
}

/// „Priorität“ von „Sitzungen“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum SitzungenPrioritaet {
    /// Hoch
    Hoch,
    /// Mittel
    Mittel,
    /// Niedrig
    Niedrig,
    /// Keine
    Keine,
}

/// „Sichtbarkeit“ von „Sitzungen“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum SitzungenSichtbarkeit {
    /// Privat
    Privat,
    /// Team
    Team,
    /// Alle
    Alle,
}

/// „Vorlage“ von „Sitzungen“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum SitzungenVorlage {
    /// Fehlersuche
    Fehlersuche,
    /// Wochenplanung
    Wochenplanung,
    /// Rechercheauftrag
    Rechercheauftrag,
    /// Textprüfung
    #[serde(rename = "Textprüfung")]
    Textpruefung,
    /// Besprechungsnotizen
    Besprechungsnotizen,
}

/// „Zufriedenheit“ von „Sitzungen“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum SitzungenZufriedenheit {
    /// Ausgezeichnet
    Ausgezeichnet,
    /// Gut
    Gut,
    /// Mittelmäßig
    #[serde(rename = "Mittelmäßig")]
    Mittelmaessig,
    /// Schlecht
    Schlecht,
}

/// ID einer Zeile von „Projekte“.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct ProjekteId(pub String);

/// Eine Zeile von „Projekte“. Wofür Sitzungen da sind, von der Planung bis zum Abschluss.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProjekteRow {
    /// ID der Zeile
    pub id: ProjekteId,
    /// Name: Wie das Projekt heißt.
    pub name: String,
    /// Code: Sein Kurzname, PROJ-JJJJ-NNN.
    pub code: Option<String>,
    /// Status: Wo es steht.
    pub status: Option<ProjekteStatus>,
    /// Beginn: Der Tag, an dem es beginnt.
    pub beginn: Option<chrono::NaiveDate>,
    /// Ende: Der Tag, an dem es fertig sein soll.
    pub ende: Option<chrono::NaiveDate>,
    /// Mitglieder: Wer daran arbeitet.
    #[serde(default)]
    pub mitglieder: Vec<String>,
    /// Beschreibung: Was es erreichen soll.
    pub beschreibung: Option<String>,
    /// Sitzungen: Die Sitzungen, die dazugehören. IDs von Zeilen von „Sitzungen“.
    #[serde(default)]
    pub sitzungen: Vec<SitzungenId>,
    /// Aufgaben: Was dafür noch zu tun ist. IDs von Zeilen von „Aufgaben“.
    #[serde(default)]
    pub aufgaben: Vec<AufgabenId>,
}

/// „Status“ von „Projekte“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum ProjekteStatus {
    /// Planung
    Planung,
    /// Aktiv
    Aktiv,
    /// Pausiert
    Pausiert,
    /// Abgeschlossen
    Abgeschlossen,
}

/// ID einer Zeile von „Themen“.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct ThemenId(pub String);

/// Eine Zeile von „Themen“. Worum es in Sitzungen geht, als Baum von Themen und Unterthemen.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ThemenRow {
    /// ID der Zeile
    pub id: ThemenId,
    /// Name: Wie das Thema heißt.
    pub name: String,
    /// Oberthema: Das weitere Thema, zu dem es gehört. ID einer Zeile von „Themen“.
    pub oberthema: Option<ThemenId>,
    /// Unterthemen: Die engeren Themen darunter. IDs von Zeilen von „Themen“.
    #[serde(default)]
    pub unterthemen: Vec<ThemenId>,
    /// Stichwörter: Wörter, die das Thema verraten, durch Komma getrennt.
    pub stichwoerter: Option<String>,
    /// Farbe: Seine Farbe in Listen und Diagrammen.
    pub farbe: Option<ThemenFarbe>,
    /// Sitzungen: Sitzungen, in denen es vor allem darum geht. IDs von Zeilen von „Sitzungen“.
    #[serde(default)]
    pub sitzungen: Vec<SitzungenId>,
    /// Auch in Sitzungen: Sitzungen, in denen es auch vorkommt. IDs von Zeilen von „Sitzungen“.
    #[serde(default)]
    pub auch_in_sitzungen: Vec<SitzungenId>,
}

/// „Farbe“ von „Themen“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum ThemenFarbe {
    /// Grau
    Grau,
    /// Rot
    Rot,
    /// Orange
    Orange,
    /// Gelb
    Gelb,
    /// Grün
    #[serde(rename = "Grün")]
    Gruen,
    /// Türkis
    #[serde(rename = "Türkis")]
    Tuerkis,
    /// Blau
    Blau,
    /// Violett
    Violett,
    /// Rosa
    Rosa,
    /// Braun
    Braun,
}

/// ID einer Zeile von „Aufgaben“.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct AufgabenId(pub String);

/// Eine Zeile von „Aufgaben“. Was nach einer Sitzung zu tun bleibt, von wem und bis wann.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AufgabenRow {
    /// ID der Zeile
    pub id: AufgabenId,
    /// Aufgabe: Was zu tun ist.
    pub aufgabe: String,
    /// Status: Wo sie steht.
    pub status: AufgabenStatus,
    /// Fällig am: Der Tag, bis zu dem sie erledigt sein muss.
    pub faellig_am: Option<chrono::NaiveDate>,
    /// Zuständig: Wer sie erledigt.
    pub zustaendig: Option<String>,
    /// Sitzung: Die Sitzung, aus der sie stammt. ID einer Zeile von „Sitzungen“.
    pub sitzung: Option<SitzungenId>,
    /// Projekt: Das Projekt, dem sie dient. ID einer Zeile von „Projekte“.
    pub projekt: Option<ProjekteId>,
}

/// „Status“ von „Aufgaben“.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum AufgabenStatus {
    /// Offen
    Offen,
    /// In Arbeit
    #[serde(rename = "In Arbeit")]
    InArbeit,
    /// Erledigt
    Erledigt,
}
