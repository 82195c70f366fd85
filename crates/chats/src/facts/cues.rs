//! Words above and before what is left to do or to answer, in the languages of the product and in lower case.

use super::actions::Kind;

/// What a heading says about the list below it.
pub(super) fn of_heading(heading: &str) -> Option<Kind> {
    let contains = |cues: &[&str]| cues.iter().any(|cue| heading.contains(cue));
    if contains(&OPEN_QUESTIONS) {
        Some(Kind::Question)
    } else if contains(&ACTION_ITEMS) || ACTION_HEADINGS.contains(&heading) {
        Some(Kind::Action)
    } else {
        None
    }
}

/// What a word before a colon says about the rest of its line.
pub(super) fn of_label(label: &str) -> Option<Kind> {
    if ACTION_LABELS.contains(&label) {
        Some(Kind::Action)
    } else if QUESTION_LABELS.contains(&label) {
        Some(Kind::Question)
    } else {
        None
    }
}

/// Anywhere in a heading.
const ACTION_ITEMS: [&str; 24] = [
    "action item",
    "next step",
    "to-do list",
    "todo list",
    "things to do",
    "nächste schritte",
    "nächsten schritte",
    "offene aufgaben",
    "to-do-liste",
    "próximos pasos",
    "siguientes pasos",
    "tareas pendientes",
    "lista de tareas",
    "elementos de acción",
    "prochaines étapes",
    "étapes suivantes",
    "actions à mener",
    "liste de tâches",
    "次のステップ",
    "アクションアイテム",
    "やることリスト",
    "الخطوات التالية",
    "الخطوات القادمة",
    "بنود العمل",
];

/// The whole of a heading: in others they are the subject.
const ACTION_HEADINGS: [&str; 20] = [
    "todo",
    "todos",
    "to do",
    "to-do",
    "to-dos",
    "tasks",
    "follow-ups",
    "aufgaben",
    "zu erledigen",
    "tareas",
    "pendientes",
    "por hacer",
    "à faire",
    "tâches",
    "やること",
    "タスク",
    "今後の対応",
    "المهام",
    "مهام",
    "قائمة المهام",
];

/// Anywhere in a heading.
const OPEN_QUESTIONS: [&str; 18] = [
    "open question",
    "unanswered question",
    "outstanding question",
    "offene frage",
    "offenen fragen",
    "ungeklärte fragen",
    "preguntas abiertas",
    "preguntas pendientes",
    "preguntas sin responder",
    "questions ouvertes",
    "questions en suspens",
    "questions sans réponse",
    "未解決の質問",
    "未解決の問題",
    "未解決事項",
    "أسئلة مفتوحة",
    "الأسئلة المفتوحة",
    "أسئلة معلقة",
];

/// The whole of what stands before a colon.
const ACTION_LABELS: [&str; 24] = [
    "todo",
    "to-do",
    "to do",
    "action item",
    "action required",
    "next step",
    "aufgabe",
    "zu erledigen",
    "nächster schritt",
    "tarea",
    "por hacer",
    "pendiente",
    "próximo paso",
    "à faire",
    "tâche",
    "prochaine étape",
    "やること",
    "タスク",
    "アクションアイテム",
    "宿題",
    "مهمة",
    "للقيام به",
    "بند عمل",
    "الخطوة التالية",
];

/// The whole of what stands before a colon.
const QUESTION_LABELS: [&str; 6] =
    ["open question", "offene frage", "pregunta abierta", "question ouverte", "未解決の質問", "سؤال مفتوح"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_in_lower_case() {
        let lists: [&[&str]; 5] =
            [&ACTION_ITEMS, &ACTION_HEADINGS, &OPEN_QUESTIONS, &ACTION_LABELS, &QUESTION_LABELS];
        for cue in lists.into_iter().flatten() {
            assert_eq!(cue.to_lowercase(), *cue);
        }
    }
}
